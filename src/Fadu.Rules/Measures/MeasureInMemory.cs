using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Nodes;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Measures;

/// <summary>Computes a pass from facts in memory: what the databases are checked against, and for replays.</summary>
public static class MeasureInMemory
{
    private static readonly Dictionary<string, object?> NoLine = [];

    /// <summary>Computes all atoms of a pass.</summary>
    /// <param name="matters">Facts of one region.</param>
    /// <param name="offices">Offices in scope; none = all.</param>
    public static MeasureResults Compute(
        MeasurePass pass, IEnumerable<FactRow> matters, EvaluationContext context, IReadOnlyCollection<string>? offices = null)
    {
        var results = new MeasureResults(pass);
        var counts = new Dictionary<(string Office, int Atom), Fraction>();
        var distinct = new Dictionary<(string? Office, int Atom), HashSet<object>>();
        foreach (var (place, office) in Places(pass, matters, context))
        {
            if (offices is not null && !offices.Contains(office))
            {
                continue;
            }

            for (var i = 0; i < pass.Atoms.Count; i++)
            {
                var atom = pass.Atoms[i];
                if (atom.Condition is not null && atom.Condition.Truth(place) is not true)
                {
                    counts.TryAdd((office, i), Fraction.Of(0));
                }
                else if (atom.Kind != MeasureKind.Distinct)
                {
                    var add = atom.Kind == MeasureKind.Count ? Fraction.Of(1) : atom.Operand!.Number(place) ?? Fraction.Of(0);
                    counts[(office, i)] = counts.TryGetValue((office, i), out var sum) ? sum + add : add;
                }
                else if (atom.Operand!.Evaluate(place) is { } value)
                {
                    Set(distinct, (office, i)).Add(value);
                    Set(distinct, (null, i)).Add(value);
                }
            }
        }

        foreach (var ((office, atom), sum) in counts)
        {
            results.Set(atom, office, (decimal)sum.ToValue(false)!);
        }

        foreach (var ((office, atom), values) in distinct)
        {
            results.Set(atom, office, values.Count);
        }

        return results;
    }

    /// <summary>The matters behind one figure, in the order given.</summary>
    public static IEnumerable<FactRow> Matters(
        MeasurePass pass, int atom, IEnumerable<FactRow> matters, EvaluationContext context, IReadOnlyCollection<string>? offices = null) =>
        Places(pass, matters, context)
            .Where(p => (offices is null || offices.Contains(p.Office)) && (pass.Atoms[atom].Condition is null || pass.Atoms[atom].Condition!.Truth(p.Place) is true))
            .Select(p => p.Place.Matter).Distinct();

    private static IEnumerable<(Place Place, string Office)> Places(MeasurePass pass, IEnumerable<FactRow> matters, EvaluationContext context)
    {
        foreach (var matter in matters)
        {
            if (pass.Rows is not { } rows)
            {
                yield return (new(matter, NoLine, context), matter[pass.OfficeColumn] as string ?? "");
                continue;
            }

            foreach (var line in matter.Rows.GetValueOrDefault(rows.Field, []))
            {
                var office = rows.Find(pass.OfficeColumn) is null ? matter[pass.OfficeColumn] : line.GetValueOrDefault(pass.OfficeColumn);
                yield return (new(matter, line, context), office as string ?? "");
            }
        }
    }

    private static HashSet<object> Set(Dictionary<(string? Office, int Atom), HashSet<object>> sets, (string? Office, int Atom) key) =>
        sets.TryGetValue(key, out var set) ? set : sets[key] = [];
}
