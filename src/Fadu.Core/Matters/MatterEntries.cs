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
    /// <param name="payload">What was done; the digest of the state is added.</param>
    /// <param name="state">The state it led to, as stored.</param>
    public static LedgerEntry Make(
        string region, long matter, int sequence, string kind, ActDraft draft, Digest? previous, JsonObject payload, ReadOnlySpan<byte> state)
    {
        payload["state"] = Sm3.Hash(state).ToString();
        var id = matter.ToString(CultureInfo.InvariantCulture);
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
            Payload = CanonicalJson.Write(payload),
        });
    }

    private static string Id(long matter) => matter.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a step says.</summary>
    public static JsonObject Payload(ActDraft draft, MatterState after)
    {
        var act = after.Acts[^1];
        var node = StateJson.Object(
            ("register", after.Register), ("definition", after.Definition), ("on", draft.On), ("name", draft.AccountName), ("reason", draft.Reason),
            ("files", draft.Files.IsEmpty ? null : draft.Files), ("number", after.Number), ("stepNumber", act.Number), ("source", draft.Source), ("external", draft.External));
        if (draft.Origin is { } origin)
        {
            node["from"] = StateJson.Object(("matter", Id(origin.Matter)), ("register", origin.Register), ("step", origin.Step));
        }

        if (!draft.Links.IsEmpty)
        {
            node["links"] = new JsonArray([.. draft.Links.Select(l => (JsonNode)StateJson.Object(
                ("kind", (long)l.Kind), ("matter", Id(l.Matter)), ("register", l.Register), ("step", l.Step)))]);
        }

        node["values"] = StateJson.Object([.. draft.Values.Select(v => (v.Key, v.Value))]);
        return node;
    }
}
