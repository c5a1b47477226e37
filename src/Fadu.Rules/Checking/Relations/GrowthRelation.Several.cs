using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Several rates at once: values, rates and earlier values in one order, or one value against several earlier ones.</summary>
internal static partial class GrowthRelation
{
    // 受理906件，标的额23.5亿元，分别较上年增长8.5%和17.5%。上年受理835件，标的额20亿元: values, rates and earlier values in one order.
    private static bool RespectiveRates(CheckContext context, List<Figure> paragraph, int at, int sign)
    {
        var first = paragraph[at];
        if (!first.Before.Contains("分别", StringComparison.Ordinal) || first.Group != UnitGroup.Percent) return false;
        var rates = new List<Figure> { first };
        while (at + rates.Count < paragraph.Count && paragraph[at + rates.Count] is var next && next.Group == UnitGroup.Percent && context.Between(rates[^1], next).Trim() is "、" or "和" or "," or "及" or "与") rates.Add(next);
        if (rates.Count < 2 || !rates.All(rate => rate.IsExact)) return false;
        if (AgainstSeveral(context, paragraph, at, rates, sign)) return true;
        var now = paragraph.Take(at).Where(figure => figure.Sentence == first.Sentence && figure.Bracket == first.Bracket && SumOrTime(figure)).TakeLast(rates.Count).ToList();
        var after = paragraph.Skip(at + rates.Count).Where(figure => figure.Sentence - first.Sentence <= 1 && SumOrTime(figure)).Take(rates.Count).ToList();
        if (now.Count < rates.Count || after.Count < rates.Count || !now.Zip(after, Alike).All(alike => alike) || !OldWords().IsMatch(context.Text.AsSpan(rates[^1].End, after[0].Start - rates[^1].End))) return false;
        if (ConstantPrices.Any(word => Scope(context, first).Contains(word, StringComparison.Ordinal))) return true;
        var changes = now.Zip(after, (a, b) => b.Value > 0 ? (a.Value - b.Value) / b.Value * 100 * sign : 0).ToList();
        var agreeing = rates.Zip(changes, (rate, change) => PrintedRate.Compare(rate, change, new(0, 0)) >= RateAgreement.Truncated).Count(agrees => agrees);
        for (var k = 0; k < rates.Count; k++)
            Judge(context, rates[k], after[k].Value, now[k].Value, [after[k], now[k]], sign, false, false, "与上年数逐项相比", agreeing == 0 ? Binding.SlipOnly : Binding.Firm);
        return true;
    }

    // 5204起，较2022年6505起、2023年5782起分别下降20.0%、10.0%: one value against several earlier ones.
    private static bool AgainstSeveral(CheckContext context, List<Figure> paragraph, int at, List<Figure> rates, int sign)
    {
        var before = paragraph.Take(at).Where(figure => figure.Sentence == rates[0].Sentence && figure.Bracket == rates[0].Bracket && SumOrTime(figure)).TakeLast(rates.Count + 1).ToList();
        if (before.Count <= rates.Count || !before.All(figure => Alike(figure, before[0]) && figure.IsExact) || !Earlier(context, before[1]) || before[1].Start - before[0].End > 20) return false;
        if (before.Skip(2).Zip(before.Skip(1)).Any(pair => context.Between(pair.Second, pair.First).IndexOfAny(',', ';') >= 0)) return false;
        for (var k = 0; k < rates.Count; k++) Judge(context, rates[k], before[k + 1].Value, before[0].Value, [before[k + 1], before[0]], sign, false, ConstantPrices.Any(word => Scope(context, rates[k]).Contains(word, StringComparison.Ordinal)), "与各年数逐项相比");
        return true;
    }

    // 受理97件134人，去年同期为197件375人，件数和人数分别下降50.76%、64.27%; 件数下降50.76%、人数下降64.27%
    private static bool PairedLevels(CheckContext context, List<Figure> paragraph, int at)
    {
        var first = at;
        while (first > 0 && paragraph[first - 1] is { Group: UnitGroup.Percent } rate && rate.Sentence == paragraph[at].Sentence) first--;
        var old = Adjoining(paragraph, first);
        if (old.Count < 2 || !Earlier(context, old[0])) return false;
        var now = Adjoining(paragraph, paragraph.IndexOf(old[0]));
        if (now.Count != old.Count || !now.Zip(old, Alike).All(alike => alike)) return true;
        var changed = paragraph[at];
        var named = old.FindIndex(figure => figure.Unit.Length > 0 && changed.Before.Contains(figure.Unit[..1] + "数", StringComparison.Ordinal) && !paragraph[first].Before.Contains("分别", StringComparison.Ordinal));
        var k = named >= 0 ? named : paragraph[first].Before.Contains("分别", StringComparison.Ordinal) ? at - first : -1;
        var sign = Sign(changed.Before) is not 0 and var own ? own : Sign(paragraph[first].Before);
        if (k >= 0 && k < old.Count && sign != 0) Judge(context, changed, old[k].Value, now[k].Value, [old[k], now[k]], sign, false, ConstantPrices.Any(word => Scope(context, changed).Contains(word, StringComparison.Ordinal)), "与上年数逐项相比");
        return true;
    }

    // 97件134人: figures with nothing between them, up to the one at an index.
    private static List<Figure> Adjoining(List<Figure> paragraph, int end)
    {
        var found = new List<Figure>();
        for (var k = end - 1; k >= 0 && SumSearch.IsSummable(paragraph[k]) && paragraph[k].Sentence == paragraph[end].Sentence && (found.Count == 0 || paragraph[k].End == found[0].Start); k--) found.Insert(0, paragraph[k]);
        return found;
    }
}
