using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Arithmetic;

/// <summary>
/// The values that a printed number may stand for.
/// 4万亿元 is any value that rounds to it and 300余 any value from 300 to the next round number, so a relation is denied only when no choice inside the intervals satisfies it.
/// </summary>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>The values that <paramref name="figure"/> may stand for.</summary>
    public static Interval Of(Figure figure)
    {
        var value = figure.Value;
        var half = figure.IsWhole && !IsMeasured(figure.Group) ? 0 : figure.Ulp / 2;
        return figure.Approximation switch
        {
            Approximation.Above => new(value - half, value + Math.Max(RoundStep(value), figure.Ulp)),
            Approximation.Below => new(value - Math.Max(RoundStep(value), figure.Ulp), value + half),
            Approximation.About => new(value - RoundStep(value) / 2 - half, value + RoundStep(value) / 2 + half),
            _ => new(value - half, value + half),
        };
    }

    // What is measured was rounded when it was printed, a whole number of kilometres too; what is counted was not.
    private static bool IsMeasured(UnitGroup group) => group is UnitGroup.Percent or UnitGroup.Point or UnitGroup.Multiple or UnitGroup.PerMille or UnitGroup.Money
        or UnitGroup.Length or UnitGroup.Area or UnitGroup.Mass or UnitGroup.Volume or UnitGroup.Power or UnitGroup.Energy;

    /// <summary>Sum of two intervals.</summary>
    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>Difference of two intervals.</summary>
    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>Quotient of two intervals of positive numbers.</summary>
    public static Interval operator /(Interval a, Interval b) => b.Low <= 0 ? new(0, decimal.MaxValue) : new(a.Low / b.High, a.High / b.Low);

    /// <summary>True when the two share a value.</summary>
    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    private static decimal RoundStep(decimal value)
    {
        // 300余 lies below 400, 1500余 below 1600: the step is one in the last digit that is not zero.
        var step = 1m;
        var rest = decimal.Truncate(Math.Abs(value));
        while (rest >= 10 && rest % 10 == 0) { rest /= 10; step *= 10; }
        return step;
    }
}
