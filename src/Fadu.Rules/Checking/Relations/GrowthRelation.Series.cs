using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// One quantity in several years: 2022—2024年分别为1204件、1338件、1472件，同比分别增长11.1%、10.0%，三年合计4014件.
/// As many values as years make the series; rates, the change over the whole time and the total are read from what follows it.
/// </summary>
internal static partial class GrowthRelation
{
    private const int AfterSeries = 8;

    /// <returns>The rates and changes that belong to a series, and to no other level of the sentence.</returns>
    private static HashSet<int> CheckSeries(CheckContext context, List<Figure> paragraph)
    {
        var taken = new HashSet<int>();
        for (var i = 0; i + 1 < paragraph.Count; i++)
        {
            if (!SumSearch.IsSummable(paragraph[i]) || !paragraph[i].IsExact) continue;
            var series = new List<Figure> { paragraph[i] };
            while (i + series.Count < paragraph.Count && paragraph[i + series.Count] is var next && next.IsExact && Measure.SameUnit(next, series[0]) && Listing().IsMatch(context.Between(series[^1], next))) series.Add(next);
            if (series.Count < 2) continue;
            if (Years(context, series[0], series.Count) is { } last) Follow(context, paragraph, i + series.Count, series, last, taken);
            i += series.Count - 1;
        }
        return taken;
    }

    private static void Follow(CheckContext context, List<Figure> paragraph, int from, List<Figure> series, int last, HashSet<int> taken)
    {
        for (var k = from; k < paragraph.Count && k < from + AfterSeries && paragraph[k].Sentence == series[0].Sentence; k++)
        {
            var figure = paragraph[k];
            if (figure.Segment != series[0].Segment && !Spans(figure)) return;
            var sign = Sign(figure.Before);
            // 纠错率由14.8%下降至9.7%: levels of something else.
            if (figure.Group == UnitGroup.Percent && (sign == 0 || !IsChange().IsMatch(figure.Before))) return;
            if (figure.Group == UnitGroup.Percent && figure.IsExact)
            {
                var rates = paragraph.Skip(k).TakeWhile((rate, n) => rate.Group == UnitGroup.Percent && (n == 0 || context.Between(paragraph[k + n - 1], rate).Trim() is "、" or "和" or "及" or "与")).ToList();
                taken.UnionWith(rates.Select(rate => rate.Id));
                Rates(context, rates, series, last, sign);
                k += rates.Count - 1;
            }
            else if (!Measure.SameUnit(figure, series[0])) continue;
            else if (Whole().IsMatch(figure.Before)) Total(context, figure, series);
            else if (sign != 0 && IsDelta(figure))
            {
                taken.Add(figure.Id);
                if (Spans(figure) || figure.Before.Contains('净')) Subtract(context, figure, series[0], series[^1], sign, false);
            }
            else return;
        }
    }

    private static void Rates(CheckContext context, List<Figure> rates, List<Figure> series, int last, int sign)
    {
        var constant = ConstantPrices.Any(word => Scope(context, rates[0]).Contains(word, StringComparison.Ordinal));
        void Pair(Figure rate, int now) => Judge(context, rate, series[now - 1].Value, series[now].Value, [series[now - 1], series[now]], sign, false, constant, "与前一年相比");
        if (rates[0].Before.Contains("年均", StringComparison.Ordinal) || Spans(rates[0]) || OtherSubject(rates[0])) return;
        if (rates.Count == series.Count - 1 && (rates.Count > 1 || last > 0)) for (var k = 0; k < rates.Count; k++) Pair(rates[k], k + 1);
        else if (rates.Count == 1 && (YearIn().Match(rates[0].Before) is not { Success: true } named || named.Groups[1].Value == last.ToString(System.Globalization.CultureInfo.InvariantCulture))) Pair(rates[0], series.Count - 1);
    }

    private static void Total(CheckContext context, Figure total, List<Figure> series)
    {
        var sum = series.Sum(figure => figure.Value);
        var slack = SumAlarm.Slack(total, series);
        if (!total.IsExact || context.SumOf(series[0])?.Total == total) return;
        var holds = Math.Abs(sum - total.Value) <= slack;
        context.Add(RelationKind.Sum, holds ? sum == total.Value ? Verdict.Consistent : Verdict.Rounding : Verdict.Doubtful, series[0].Start, total.End, [total.Numeral, .. series.Select(figure => figure.Numeral)],
            $"{Say.Labelled(context, total)}，各年{Say.Sum(series, sum)}" + (holds ? "，一致。" : "，两者不等，请核对。"), holds ? null : Say.Number(sum), [total, .. series]);
    }

    // As many years as values; the last of them, 0 where the text counts them only (近三年).
    private static int? Years(CheckContext context, Figure first, int count)
    {
        var (start, _) = context.SentenceAt(first.Start);
        var lead = context.Text[Math.Max(start, first.Start - 60)..first.Start];
        if (SpanOfYears().Match(lead) is { Success: true } span && Parse(span.Groups[1].Value) is var from && Parse(span.Groups[2].Value) is var to) return to - from + 1 == count ? to : null;
        if (!lead.Contains("分别", StringComparison.Ordinal)) return null;
        var listed = YearIn().Matches(lead).Select(match => Parse(match.Groups[1].Value)).ToList();
        if (listed.Count > 1) return listed.Count == count && listed.Zip(listed.Skip(1)).All(pair => pair.Second - pair.First == 1) ? listed[^1] : null;
        return listed.Count == 0 && CountOfYears().Match(lead) is { Success: true } counted && Numerals.ChineseCount(counted.Groups[1].Value, out _) == count ? 0 : null;
    }

    private static int Parse(string year) => int.Parse(year, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>三年净增89家, 累计下降4.3个百分点: a change over more than one year.</summary>
    private static bool Spans(Figure figure) => SeveralYears().IsMatch(figure.Before);

    [GeneratedRegex(@"^\s*(?:、|和|及|与)\s*$")]
    private static partial Regex Listing();

    [GeneratedRegex(@"(20\d{2})年?[-—–~至到]+(20\d{2})年[^。;\d]{0,40}$")]
    private static partial Regex SpanOfYears();

    [GeneratedRegex(@"(20\d{2})年")]
    private static partial Regex YearIn();

    [GeneratedRegex("([两二三四五六七八九])年(?:来|间)?[^。;0-9]{0,30}$")]
    private static partial Regex CountOfYears();

    [GeneratedRegex("[^到至为]$")]
    private static partial Regex IsChange();

    [GeneratedRegex("(?:[两二三四五六七八九十几]|[0-9])年(?:来|间|共|累计)?|累计|以来|期间")]
    private static partial Regex SeveralYears();

    [GeneratedRegex("(?:年|年来|年间)?(?:合计|共计|总计|累计|共)(?:完成|实现|收|办理|受理|达)?$")]
    private static partial Regex Whole();
}
