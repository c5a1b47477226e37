using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Figures of the text against a frozen report. A number is bound where the same words lead to it as in the frozen sentence, or where the words
/// right before it are the frozen ones and stand for one figure only; a number that nothing vouches for is listed as 无来源, which is a note
/// and not a fault.
/// </summary>
internal static class KnownFigures
{
    private const int ShortLabel = 6;
    private static readonly string[] OwnScopes = ["截至", "年底", "年末", "全年", "本年度", "本年", "一年来", "全区", "全县", "全市", "我区", "我县", "共计", "累计", "共", "已", "现有"];

    public static void Check(CheckContext context)
    {
        if (context.Options.Known.Count == 0) return;
        var byLead = Single(context.Options.Known.Where(known => known.Lead.Length >= ShortLabel), known => (known.Lead, known.Unit));
        var byLabel = Single(context.Options.Known.Where(known => known.Label.Length >= 4), known => (known.Label, known.Unit));
        var values = context.Options.Known.Where(known => known is { Typed: false, Value: >= 100 }).Select(known => (known.Value, known.Unit)).ToHashSet();
        var longest = byLabel.Count == 0 ? 0 : byLabel.Keys.Max(key => key.Label.Length);
        var unbound = new List<Figure>();
        foreach (var figure in context.Quantities.Where(figure => figure.Group is not (UnitGroup.None or UnitGroup.Duration)))
        {
            var lead = Lead(context, figure);
            var known = byLead.GetValueOrDefault((lead, figure.Unit));
            var certain = known is not null;
            if (known is null && !GrowthRelation.Earlier(context, figure)) known = ByLabel(byLabel, longest, figure);
            if (known is null) { if (!values.Contains((figure.Value, figure.Unit))) unbound.Add(figure); continue; }
            if (known.Typed) unbound.Add(figure);
            Report(context, figure, known, certain || known.Label.Length >= ShortLabel);
        }
        if (unbound.Count == 0) return;
        context.Add(RelationKind.Missing, Verdict.Note, unbound[0].Start, unbound[0].End, unbound.Take(20).Select(figure => figure.Numeral).ToList(), $"有{unbound.Count}个数字不是由指标生成（无来源）：{string.Join("、", unbound.Take(10).Select(figure => Say.Labelled(context, figure)))}{(unbound.Count > 10 ? "等" : "")}。");
    }

    /// <summary>The sentence up to a figure, without its digits, blanks and hedges: the words that lead to the figure whatever the numbers are.</summary>
    public static string Lead(CheckContext context, Figure figure)
    {
        var (start, _) = context.SentenceAt(figure.Start);
        return string.Concat(context.Text.AsSpan(start, figure.Start - start).ToString().Where(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '%')));
    }

    private static void Report(CheckContext context, Figure figure, KnownFigure known, bool certain)
    {
        var slack = Math.Max(figure.Decimals > 0 || figure.Factor > 1 ? figure.Ulp : 0, known.Ulp) / 2;
        var same = figure.IsExact ? Math.Abs(figure.Value - known.Value) <= slack : Arithmetic.Interval.Of(figure).Meets(new(known.Value, known.Value));
        var verdict = same ? Verdict.Consistent : !figure.IsExact ? Verdict.Note : certain ? Verdict.Contradiction : Verdict.Doubtful;
        context.Add(RelationKind.Duplicate, verdict, figure.Start, figure.End, [figure.Numeral, Say.Number(known.Value)],
            $"{Say.Labelled(context, figure)}，定稿{(known.Typed ? "手填数字" : "指标")}“{known.Source}”为{Say.Number(known.Value)}{known.Unit}" + (same ? "，一致。" : "。"), same ? null : Say.Number(known.Value), [figure]);
    }

    /// <summary>What is left of words when those are taken away that mean the whole district and the whole year.</summary>
    public static string Scope(string words)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var own in OwnScopes.Where(own => words.StartsWith(own, StringComparison.Ordinal))) (words, changed) = (words[own.Length..], true);
        }

        return words;
    }

    // The longest frozen words that the words before the figure end with; words of another scope before them speak of something else.
    private static KnownFigure? ByLabel(Dictionary<(string Label, string Unit), KnownFigure> byLabel, int longest, Figure figure)
    {
        var label = Labels.Clean(figure.Before);
        for (var length = Math.Min(longest, label.Length); length >= 4; length--)
            if (byLabel.TryGetValue((label[^length..], figure.Unit), out var known))
                return Scope(label[..^length]).Length > 0 ? null : known;
        return null;
    }

    // Words under which two different values stand bind neither.
    private static Dictionary<TKey, KnownFigure> Single<TKey>(IEnumerable<KnownFigure> known, Func<KnownFigure, TKey> key) where TKey : notnull =>
        known.GroupBy(key).Where(group => group.Select(figure => figure.Value).Distinct().Count() == 1).ToDictionary(group => group.Key, group => group.First());
}
