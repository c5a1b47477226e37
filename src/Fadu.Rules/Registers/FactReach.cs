using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers;

/// <summary>Which registers' facts the facts of a register follow from: what its derived fields and its clocks read of matters that it refers to.</summary>
public static class FactReach
{
    /// <summary>These registers and all whose facts follow from theirs; each after those that it reads.</summary>
    public static IReadOnlyList<string> WithReaders(Law law, IEnumerable<string> registers)
    {
        var read = law.Newest.ToDictionary(r => r.Id, r => Read(law, r.Id));
        var concerned = registers.ToHashSet();
        while (read.FirstOrDefault(r => !concerned.Contains(r.Key) && r.Value.Overlaps(concerned)).Key is { } reader)
        {
            concerned.Add(reader);
        }

        List<string> ordered = [];
        HashSet<string> visited = [];
        foreach (var register in law.Newest.Select(r => r.Id).Where(concerned.Contains))
        {
            Visit(register);
        }

        return ordered;

        void Visit(string register)
        {
            // Two registers may read each other: neither order is better then.
            if (visited.Add(register))
            {
                foreach (var other in read[register].Where(concerned.Contains).Order(StringComparer.Ordinal))
                {
                    Visit(other);
                }

                ordered.Add(register);
            }
        }
    }

    /// <summary>The registers that it follows from, however far, without itself.</summary>
    public static IReadOnlySet<string> Of(Law law, string register)
    {
        HashSet<string> all = [];
        Queue<string> open = new([register]);
        while (open.TryDequeue(out var next))
        {
            foreach (var other in Read(law, next).Where(o => o != register && all.Add(o)))
            {
                open.Enqueue(other);
            }
        }

        return all;
    }

    private static HashSet<string> Read(Law law, string register) =>
        [.. law.Versions(register).SelectMany(Expressions).OfType<Expression>().SelectMany(e => e.Registers).Where(r => r != register && law.Has(r))];

    private static IEnumerable<Expression?> Expressions(Register version) =>
    [
        .. version.Fields.SelectMany(f => f.Columns.Prepend(f)).Select(f => f.Derive),
        .. version.Clocks.SelectMany(c => c.Limits.SelectMany(l => new[] { l.When, l.Limit.Source }).Append(c.When)),
    ];
}
