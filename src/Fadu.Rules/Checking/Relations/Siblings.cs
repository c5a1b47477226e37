using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Items of one list beside each other: 咨询类共33523件，占47.09%；求助类共21570件，占30.30%.
/// Each carries the words of a total or a share of its own, and none is the total of the others.
/// </summary>
internal static class Siblings
{
    public static bool Are(CheckContext context, Figure total, List<Figure> parts, string lead)
    {
        if (SameNoun(total, parts, lead)) return true;
        if (Share(context, total) is not { } own)
            return total.Segment != parts[0].Segment && Labels.IsStrongTotal(total) && parts.Count(Labels.IsStrongTotal) * 2 > parts.Count;
        var shares = parts.Select(part => Share(context, part)).OfType<decimal>().ToList();
        if (shares.Count * 2 < parts.Count) return false;
        var sum = shares.Sum();
        var slack = 0.1m + (0.1m * parts.Count);
        return Math.Abs(sum - own) > slack && !(lead.Contains("其中", StringComparison.Ordinal) && Math.Abs(sum - 100) <= 1);
    }

    // 办件差评143条、事项差评91条、大厅差评7条: items of one noun that 、 joins.
    private static bool SameNoun(Figure total, List<Figure> parts, string lead) =>
        lead.StartsWith('、') && total.Before.Length >= NounLength && total.Before[^NounLength..] is var noun && parts.All(part => part.Before.EndsWith(noun, StringComparison.Ordinal));

    private const int NounLength = 2;

    /// <summary>The share printed right behind a count, or null.</summary>
    public static decimal? Share(CheckContext context, Figure count)
    {
        var next = context.Next(count);
        return next is { Group: UnitGroup.Percent } && RatioCandidates.IsTight(context, count, next) ? next.Value : null;
    }
}
