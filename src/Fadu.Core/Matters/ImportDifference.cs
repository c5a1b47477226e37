using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>What an imported matter says that the record does not say yet.</summary>
/// <remarks>What a source leaves empty it does not deny: nothing is ever removed by an import.</remarks>
internal sealed class ImportDifference
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<int, DateOnly> days = [];
    private readonly Dictionary<int, string> numbers = [];
    private readonly List<ImportedAct> added = [];
    private string? number;
    private string? office;

    private ImportDifference()
    {
    }

    /// <summary>Steps that are new.</summary>
    public IReadOnlyList<ImportedAct> Added => added;

    /// <summary>What is already recorded needs correction.</summary>
    public bool Corrects => values.Count + days.Count + numbers.Count > 0 || number is not null || office is not null;

    /// <summary>Nothing to do.</summary>
    public bool IsEmpty => added.Count == 0 && !Corrects;

    /// <summary>Compares.</summary>
    public static ImportDifference Of(Register register, MatterState state, ImportedMatter imported)
    {
        ImportDifference difference = new();
        HashSet<int> taken = [];
        List<(ImportedAct Act, Dictionary<string, object?> Values)> fresh = [];
        foreach (var act in imported.Acts)
        {
            var known = state.Acts.FirstOrDefault(a => a.Active && a.Step == act.Step && !taken.Contains(a.Sequence));
            var differing = act.Values.Where(v => !Same(state.Values.GetValueOrDefault(v.Key), v.Value));
            if (known is null)
            {
                fresh.Add((act, differing.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal)));
                continue;
            }

            taken.Add(known.Sequence);
            difference.Compare(known, act);
            foreach (var (id, value) in differing)
            {
                difference.values[id] = value;
            }
        }

        difference.added.AddRange(fresh.Select(f => f.Act with { Values = f.Values }));
        difference.GiveToNewSteps(register);
        difference.number = imported.Number is { } n && n != state.Number ? n : null;
        difference.office = imported.OfficeGiven && register.OfficeField is null && imported.Office != state.Office ? imported.Office : null;
        return difference;
    }

    /// <summary>The state with the corrections, before its title and days are worked out anew.</summary>
    public MatterState Apply(MatterState state)
    {
        var builder = state.Values.ToBuilder();
        foreach (var (id, value) in values)
        {
            builder[id] = value;
        }

        return state with
        {
            Values = builder.ToImmutable(),
            Acts = [.. state.Acts.Select(a => a with { On = days.GetValueOrDefault(a.Sequence, a.On), Number = numbers.GetValueOrDefault(a.Sequence) ?? a.Number })],
            Number = number ?? state.Number,
            Office = office ?? state.Office,
        };
    }

    /// <summary>The corrections as the ledger keeps them.</summary>
    public JsonObject Payload()
    {
        var payload = StateJson.Object(("number", number), ("office", office));
        payload["values"] = StateJson.Object([.. values.Select(v => (v.Key, v.Value))]);
        payload["days"] = StateJson.Object([.. days.Select(d => (Key(d.Key), (object?)d.Value))]);
        payload["stepNumbers"] = StateJson.Object([.. numbers.Select(n => (Key(n.Key), (object?)n.Value))]);
        return payload;
    }

    private static string Key(int sequence) => sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Compare(RecordedAct known, ImportedAct act)
    {
        if (known.On != act.On)
        {
            days[known.Sequence] = act.On;
        }

        if (act.Number is { } n && n != known.Number)
        {
            numbers[known.Sequence] = n;
        }
    }

    /// <summary>A value that a new step sets belongs to that step, not to a correction.</summary>
    private void GiveToNewSteps(Register register)
    {
        for (var i = 0; i < added.Count; i++)
        {
            var sets = register.Step(added[i].Step)?.Sets.Where(s => values.ContainsKey(s.Field)).Select(s => s.Field).ToList() ?? [];
            if (sets.Count == 0)
            {
                continue;
            }

            var merged = new Dictionary<string, object?>(added[i].Values, StringComparer.Ordinal);
            foreach (var id in sets)
            {
                merged[id] = values[id];
                values.Remove(id);
            }

            added[i] = added[i] with { Values = merged };
        }
    }

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (OfficerName x, OfficerName y) => x.Name == y.Name && x.Certificate == y.Certificate,
        (IReadOnlyList<OfficerName> x, IReadOnlyList<OfficerName> y) => x.Select(o => (o.Name, o.Certificate)).SequenceEqual(y.Select(o => (o.Name, o.Certificate))),
        (string or long or decimal or bool or DateOnly or Party, _) => a.Equals(b),
        _ => StateJson.Write(a)?.ToJsonString() == StateJson.Write(b)?.ToJsonString(),
    };
}
