using System.Globalization;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Writes ledger entries as rows; the only place that does.</summary>
public static class EntryRows
{
    /// <summary>Adds the statement that stores an entry; it is sealed later, in the background.</summary>
    public static void AddTo(SqlBatch batch, LedgerEntry entry, LedgerKey key) => batch.Add(
        """
        insert into entries(region, matter_id, sequence, kind, step, payload, took_effect, recorded, account, office, previous, payload_digest, hash, mac)
        values (@region, @matter, @sequence, @kind, @step, @payload, @effect, @recorded, @account, @office, @previous, @digest, @hash, @mac)
        """,
        ("region", entry.Region), ("matter", long.Parse(entry.Matter, CultureInfo.InvariantCulture)), ("sequence", entry.Sequence), ("kind", entry.Kind), ("step", entry.Step),
        ("payload", new Utf8Text(entry.Payload)), ("effect", entry.TookEffect), ("recorded", entry.Recorded), ("account", entry.Account), ("office", entry.Office),
        ("previous", entry.Previous.ToString()), ("digest", entry.PayloadDigest.ToString()), ("hash", entry.Hash.ToString()), ("mac", key.CodeOf(entry.Hash)));
}
