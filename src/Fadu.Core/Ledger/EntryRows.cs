using System.Globalization;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Writes ledger entries as rows; the only place that does.</summary>
public static class EntryRows
{
    private static readonly TableColumns Columns = new(
        "entries", "region", "matter_id", "sequence", "kind", "step", "payload", "took_effect", "recorded", "account", "office", "previous", "payload_digest", "hash", "mac");

    /// <summary>Adds the row that stores an entry; it is sealed later, in the background.</summary>
    public static void AddTo(SqlBatch batch, LedgerEntry entry, LedgerKey key) => batch.Insert(
        Columns, entry.Region, long.Parse(entry.Matter, CultureInfo.InvariantCulture), entry.Sequence, entry.Kind, entry.Step, new Utf8Text(entry.Payload), entry.TookEffect, entry.Recorded,
        entry.Account, entry.Office, entry.Previous.ToString(), entry.PayloadDigest.ToString(), entry.Hash.ToString(), key.CodeOf(entry.Hash));
}
