using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// A list of shares that is made to close on 100: rounded one by one they would not, so the writer moved the last digit of one.
/// That is a custom of statistics and no error.
/// </summary>
internal static class ClosingShares
{
    public const string Said = "末位相差1，各项占比合计为100%，属为合计所作的调整。";

    private const int Fewest = 3;

    public static bool Close(CheckContext context, Figure rate)
    {
        var shares = context.Around(rate).Where(figure => figure.Sentence == rate.Sentence && figure.Bracket == rate.Bracket && figure.Group == UnitGroup.Percent && (figure == rate || RateCue.Of(context, figure).Kind == RateKind.Share)).ToList();
        return Close(shares.Select(share => share.Value));
    }

    public static bool Close(IEnumerable<decimal> printed)
    {
        // The 100% of a total row is no share.
        var shares = printed.Where(share => share < 100).ToList();
        return shares.Count >= Fewest && shares.Sum() == 100;
    }
}
