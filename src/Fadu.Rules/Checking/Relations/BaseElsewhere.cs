using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// A rate whose base is printed only where its count is printed again: 纠错61件，纠错率36.7%。…审结的166件中纠错61件.
/// The same count beside a number that gives the rate is no chance where the rate has three digits.
/// </summary>
internal static class BaseElsewhere
{
    private const int Digits = 100;

    public static bool Explains(CheckContext context, Figure rate, Figure count) =>
        rate.Value / rate.Ulp >= Digits && context.Quantities.Any(again => again.Id != count.Id && again.Sentence != count.Sentence && again.Value == count.Value && Measure.SameUnit(again, count)
            && context.Around(again).Any(whole => whole.Sentence == again.Sentence && whole.Start < again.Start && Measure.SameUnit(whole, count) && whole.Value > count.Value && PrintedRate.Compare(rate, count.Value / whole.Value * 100, new(0, 0)) == RateAgreement.Exact));
}
