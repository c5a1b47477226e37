using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// A list of shares that is made to close on 100: rounded one by one they would not, so the writer moved the last digit of one.
/// That is a custom of statistics and no error.
/// </summary>
internal static class ClosingShares
{
    public const string Said = "末位相差，各项占比合计为100%，属为合计所作的调整。";

    private const int Fewest = 3;

    /// <summary>True when a share that should be <paramref name="percent"/> was moved by no more than the others were rounded.</summary>
    public static bool Moved(CheckContext context, Figure rate, decimal percent)
    {
        var shares = new List<Figure>();
        foreach (var figure in context.Around(rate).Where(figure => figure.Sentence == rate.Sentence && figure.Bracket == rate.Bracket && figure.Group == UnitGroup.Percent))
            if (figure == rate || RateCue.Of(context, figure).Kind == RateKind.Share || figure.Before.Length == 0 && shares.Count > 0 && context.Between(shares[^1], figure).Trim() is "、" or "和") shares.Add(figure);
        return Math.Abs(percent - rate.Value) <= Math.Max(rate.Ulp * 1.5m, shares.Max(share => share.Ulp) / 2 + rate.Ulp) && Close(shares.Select(share => share.Value));
    }

    public static bool Close(IEnumerable<decimal> printed)
    {
        // The 100% of a total row is no share.
        var shares = printed.Where(share => share < 100).ToList();
        return shares.Count >= Fewest && shares.Sum() == 100;
    }
}
