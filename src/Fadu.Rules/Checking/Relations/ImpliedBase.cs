using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Shares of one list whose base is printed nowhere: 甲11081件，占28.07%；乙9456件，占21.42%；丙5396件，占13.67%….
/// Each count and share leave a narrow range for the base; where all but one share a range the one is doubted, and it says which base the others take.
/// </summary>
internal static class ImpliedBase
{
    private const int Fewest = 4;

    public static void Check(CheckContext context, IReadOnlyList<(Figure Rate, Figure Count)> open)
    {
        foreach (var list in open.Where(pair => pair.Rate.IsExact && pair.Count.IsExact && pair.Count.IsWhole && pair.Rate.Value / pair.Rate.Ulp >= 100).GroupBy(pair => (pair.Rate.Paragraph, pair.Rate.Sentence, pair.Count.Unit)).Select(group => group.ToList()))
        {
            if (list.Count < Fewest) continue;
            var ranges = list.Select(pair => (pair.Rate, pair.Count, Low: Whole(pair.Count, pair.Rate, 1), High: Whole(pair.Count, pair.Rate, -1))).ToList();
            // The range in which most agree begins where one of them begins.
            var best = ranges.Select(range => ranges.Where(other => other.Low <= range.Low && range.Low <= other.High).ToList()).MaxBy(agreeing => agreeing.Count)!;
            var (low, high) = (Math.Ceiling(best.Max(range => range.Low)), Math.Floor(best.Min(range => range.High)));
            if (best.Count < list.Count - 1 || low > high) continue;
            var odd = ranges.Except(best).ToList();
            if (odd.Count == 0) Agree(context, list.Select(pair => pair.Rate).ToList(), list.Select(pair => pair.Count).ToList(), low, high);
            else Doubt(context, odd[0].Rate, odd[0].Count, best.Count, low, high);
        }
    }

    // The base that the share, half a unit of its last digit more or less, would have; a truncated share may be a whole unit more.
    private static decimal Whole(Figure count, Figure rate, int turn) => count.Value / (rate.Value + (turn > 0 ? rate.Ulp : -rate.Ulp / 2)) * 100;

    private static void Agree(CheckContext context, List<Figure> rates, List<Figure> counts, decimal low, decimal high) =>
        context.Add(RelationKind.Ratio, Verdict.Consistent, [.. counts, .. rates], $"{rates.Count}项占比可有同一基数{Range(low, high)}（文中未见），相互一致。");

    private static void Doubt(CheckContext context, Figure rate, Figure count, int others, decimal low, decimal high)
    {
        var percent = count.Value / ((low + high) / 2) * 100;
        if (Math.Abs(percent - rate.Value) <= rate.Ulp * 2) return;
        context.Add(RelationKind.Ratio, Verdict.Doubtful, [count, rate], $"同列其他{others}项占比的基数为{Range(low, high)}，按此{Say.Printed(context, count)}应约占{Say.Percent(percent, rate.Decimals)}，文中为{Say.Printed(context, rate)}。", Say.Rounded(percent, rate.Decimals) + "%");
    }

    private static string Range(decimal low, decimal high) => low == high ? Say.Number(low) : $"{Say.Number(low)}至{Say.Number(high)}之间的一数";
}
