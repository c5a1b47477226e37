namespace Fadu.Rules.Registers.Loading;

/// <summary>What an expression may read of a register that rests on a value nobody has seen in a source: parameters, clocks with such a limit, fields computed from either.</summary>
internal static class UnverifiedReads
{
    /// <summary>The names, as <see cref="Expressions.Expression.Needs"/> has them.</summary>
    public static IReadOnlySet<string> Of(Register register)
    {
        var reads = register.Parameters.Values.Where(p => p.Basis.Unverified).Select(p => "param." + p.Id).ToHashSet(StringComparer.Ordinal);
        for (var known = -1; known < reads.Count;)
        {
            known = reads.Count;
            reads.UnionWith([.. register.Fields.Where(f => f.Derive is { } derive && reads.Overlaps(derive.Needs)).Select(f => f.Id)]);
            reads.UnionWith([.. register.Clocks.Where(c => Rests(c, reads)).Select(c => c.Id + "_due")]);
        }

        return reads;
    }

    private static bool Rests(Clock clock, HashSet<string> reads) =>
        clock.Basis.Unverified || clock.From.Any(reads.Contains) || clock.Limits.Any(l => Rests(l.Limit, reads)) || clock.Extensions.Any(e => e.Basis.Unverified || Rests(e.Limit, reads));

    private static bool Rests(Limit limit, HashSet<string> reads) => limit.Source is { } source && reads.Overlaps(source.Needs);
}
