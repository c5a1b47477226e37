using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Rates that no whole number gives: 722 件, 满意率 98.85% (713 gives 98.75, 714 gives 98.89).
/// The base is usually another population (questionnaires, visits), so the verdict is 口径 and never more; and the test is made only where
/// it has power, with fewer possible quotients than printed values.
/// </summary>
internal static class FeasibleRates
{
    public static void Check(CheckContext context, Figure rate, List<Figure> paragraph)
    {
        if (!rate.IsExact || rate.Decimals == 0 || rate.Value is <= 0 or >= 100) return;
        var index = paragraph.IndexOf(rate);
        var whole = paragraph.Take(index).LastOrDefault(figure => figure.Sentence == rate.Sentence && figure.Group != UnitGroup.Percent);
        if (whole is null || !whole.IsWhole || !SumSearch.IsSummable(whole) || whole.Group is UnitGroup.Money or UnitGroup.Hour || rate.Start - whole.End > 30 || paragraph[index - 1] != whole) return;
        // 持证执法人员9名，持证率81.82%: the number is what the rate counts and not its base.
        if (RatioCandidates.StemNames(RateCue.Of(context, rate).Stem, whole)) return;
        var printed = 100m * (decimal)Math.Pow(10, rate.Decimals);
        if (whole.Value * 2 > printed || whole.Value < 5) return;
        var near = Math.Floor(rate.Value / 100 * whole.Value);
        for (var k = near - 1; k <= near + 2; k++)
            if (PrintedRate.Compare(rate, k / whole.Value * 100, new(0, 0)) >= RateAgreement.Truncated) return;
        context.Add(RelationKind.Ratio, Verdict.Definition, rate.Start, rate.End, [rate.Numeral, whole.Numeral],
            $"若以{Say.Labelled(context, whole)}为基数，{Say.Number(near)}÷{Say.Number(whole.Value)}={Say.Percent(near / whole.Value * 100, rate.Decimals)}，{Say.Number(near + 1)}÷{Say.Number(whole.Value)}={Say.Percent((near + 1) / whole.Value * 100, rate.Decimals)}，没有整数能得出{Say.Printed(context, rate)}。基数可能是另一群体（回访、问卷），请注明口径。", null, [rate, whole]);
    }
}
