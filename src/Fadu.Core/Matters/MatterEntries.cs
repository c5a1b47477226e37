using System.Globalization;
using System.Text.Json.Nodes;
using Fadu.Rules.Calendar;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>Writes the ledger entries of a matter: what was done, and the digest of the state it led to.</summary>
public static class MatterEntries
{
    /// <summary>One entry.</summary>
    /// <param name="previous">Hash of the entry before, or null for the first.</param>
    /// <param name="payload">What was done, in canonical form, by the digest of the state that it led to.</param>
    /// <param name="state">The state it led to, as stored.</param>
    public static LedgerEntry Make(
        string region, long matter, int sequence, string kind, ActDraft draft, Digest? previous, Func<string, byte[]> payload, ReadOnlySpan<byte> state)
    {
        var id = Id(matter);
        return EntryHash.Seal(new()
        {
            Region = region,
            Matter = id,
            Sequence = sequence,
            Kind = kind,
            Step = draft.Step,
            Account = draft.Account,
            Office = draft.Office,
            TookEffect = ChinaTime.At(draft.On),
            Recorded = draft.RecordedAt,
            Previous = previous ?? EntryHash.Genesis(region, id),
            Payload = payload(Sm3.Hash(state).ToString()),
        });
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
