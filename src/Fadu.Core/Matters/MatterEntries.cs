using System.Globalization;
using System.Text.Json.Nodes;
using Fadu.Rules.Calendar;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>What becomes an entry, before anything is hashed.</summary>
/// <param name="Payload">What was done, in canonical form, by the digest of the state that it led to.</param>
/// <param name="State">The state it led to, as stored.</param>
internal sealed record EntryDraft(int Sequence, string Kind, ActDraft Act, Func<string, byte[]> Payload, byte[] State);

/// <summary>Writes the ledger entries of a matter: what was done, and the digest of the state it led to.</summary>
public static class MatterEntries
{
    /// <summary>The entries of one matter, each chained to the one before. States and payloads are hashed side by side.</summary>
    /// <param name="previous">Hash of the entry before the first of them, or null where the matter is new.</param>
    internal static List<LedgerEntry> Make(string region, long matter, Digest? previous, IReadOnlyList<EntryDraft> drafts)
    {
        var id = Id(matter);
        var before = previous ?? EntryHash.Genesis(region, id);
        var states = Sm3.HashMany([.. drafts.Select(d => (ReadOnlyMemory<byte>)d.State)]);
        var payloads = drafts.Select((d, i) => (ReadOnlyMemory<byte>)d.Payload(states[i].ToString())).ToArray();
        var digests = Sm3.HashMany(payloads);
        List<LedgerEntry> entries = new(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var act = drafts[i].Act;
            entries.Add(EntryHash.Seal(new()
            {
                Region = region,
                Matter = id,
                Sequence = drafts[i].Sequence,
                Kind = drafts[i].Kind,
                Step = act.Step,
                Account = act.Account,
                Office = act.Office,
                TookEffect = ChinaTime.At(act.On),
                Recorded = act.RecordedAt,
                Previous = before,
                Payload = payloads[i],
            }, digests[i]));
            before = entries[i].Hash;
        }

        return entries;
    }

    /// <summary>What a step says.</summary>
    public static byte[] Payload(ActDraft draft, MatterState after, string state) => CanonicalJson.Write(new PayloadObject(
        ("register", after.Register), ("definition", after.Definition), ("on", draft.On), ("name", draft.AccountName), ("reason", draft.Reason),
        ("files", draft.Files.IsEmpty ? null : draft.Files), ("number", after.Number), ("stepNumber", after.Acts[^1].Number), ("source", draft.Source), ("external", draft.External),
        ("from", draft.Origin is { } origin ? new PayloadObject(("matter", Id(origin.Matter)), ("register", origin.Register), ("step", origin.Step)) : null),
        ("links", draft.Links.IsEmpty ? null : draft.Links.Select(l => new PayloadObject(("kind", (long)l.Kind), ("matter", Id(l.Matter)), ("register", l.Register), ("step", l.Step)))),
        ("values", new PayloadObject([.. draft.Values.Select(v => (v.Key, v.Value))])), ("state", state)));

    /// <summary>What an entry says that is no step.</summary>
    public static byte[] Payload(JsonObject payload, string state)
    {
        payload["state"] = state;
        return CanonicalJson.Write(payload);
    }

    private static string Id(long matter) => matter.ToString(CultureInfo.InvariantCulture);
}
