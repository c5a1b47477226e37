using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Shares and rates with which no base agrees.
/// A base binds when the text names it, when at least two shares of the same list agree on it, or when it is the immediate subject
/// (38件…，已化解35件，化解率…). Anything else is left alone: the base is probably not in the text.
/// </summary>
internal static class RatioAlarm
{
    public static bool Check(CheckContext context, Figure rate, RateCue cue, IReadOnlyList<RatioNumerator> numerators, List<RatioHit> agreed)
    {
        if (numerators.Count == 0) return false;
        var numerator = numerators[0];
        if (cue.Stem.Contains("纠错", StringComparison.Ordinal)) return Correction(context, rate, cue, numerators);
        if (numerator.Derived || numerator.Figures.Count > 1) return false;
        var count = numerator.Figures[0];
        var paragraph = context.Around(rate);
        if (rate.Approximation == Approximation.About && cue.Kind == RateKind.Rate && count.IsExact && rate.Unit != "成" && Adjacent(paragraph, count, rate)) return Far(context, paragraph, rate, cue, numerator);
        if (!rate.IsExact || !count.IsExact || rate.Unit == "成" || !Adjacent(paragraph, count, rate)) return false;
        if (cue.Kind == RateKind.Share && count.Bracket == rate.Bracket && !RatioCandidates.IsTight(context, count, rate)) return false;
        return cue.Kind == RateKind.Share ? Share(context, paragraph, rate, cue, numerator, agreed) : Rate(context, paragraph, rate, cue, numerator);
    }

    // 撤销+变更+确认违法+责令履行 of a list whose total is known.
    private static bool Correction(CheckContext context, Figure rate, RateCue cue, IReadOnlyList<RatioNumerator> numerators)
    {
        // What a comprehensive rate counts beside the corrections (调解, 和解, 改正后终止) differs by place.
        if (cue.Stem.Contains("综合", StringComparison.Ordinal)) return false;
        var group = numerators.FirstOrDefault(numerator => numerator.Strong && numerator.Figures.Count > 1) ?? numerators.FirstOrDefault(numerator => numerator.Strong);
        if (group is null || !rate.IsExact || !group.Figures.All(figure => figure.IsExact)) return false;
        if (group.Figures.Count == 1) return Rate(context, context.Around(rate), rate, new(RateKind.Rate, "纠错", ""), group);
        return context.SumOf(group.Figures[0]) is { } sum && group.Figures.All(sum.Parts.Contains) && sum.Total.Sentence >= rate.Sentence - 2 && group.Figures[0].Sentence >= rate.Sentence - 1
            && Accuse(context, rate, group, new([sum.Total], sum.Total.Value, 0), "所列各项以此为总数", Verdict.Doubtful);
    }

    private static bool Share(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, RatioNumerator numerator, List<RatioHit> agreed)
    {
        var count = numerator.Figures[0];
        if (cue.Base.Length >= 2)
        {
            var named = paragraph.Where(figure => figure.IsExact && figure != count && (figure.Value >= count.Value || rate.Value > 100) && Measure.SameUnit(figure, count) && RatioSearch.Names(cue.Base, figure) && Math.Abs(figure.Sentence - rate.Sentence) <= 2).ToList();
            // 占投诉的55.5% beside 网购投诉举报20965件, and 投诉27723件 a few lines before: the name alone goes before the name with others.
            if (!named.Any(figure => Bears(figure, cue.Base)) && context.Before(rate, NameBack).FirstOrDefault(figure => rate.Paragraph - figure.Paragraph <= NameLines && figure.IsExact && figure.Value >= count.Value && Measure.SameUnit(figure, count) && Bears(figure, cue.Base)) is { } bearer)
                return Accuse(context, rate, numerator, new([bearer], bearer.Value, 0), $"文中写明占“{cue.Base}”");
            if (named.Select(figure => figure.Value).Distinct().Count() == 1) return Accuse(context, rate, numerator, new([named[0]], named[0].Value, 0), $"文中写明占“{cue.Base}”");
            // Several figures bear the name and none gives the share: the nearest is shown, and the doubt is about which is meant.
            if (named.Count > 1) return Accuse(context, rate, numerator, new([named[^1]], named[^1].Value, 0), $"文中写明占“{cue.Base}”，所有同名数字均不合", Verdict.Doubtful);
        }
        var (shared, votes) = Shared(context, agreed, rate, count);
        if (shared is not null) return Accuse(context, rate, numerator, shared, "同列其他占比均以此为基数", votes >= 2 ? null : Verdict.Doubtful);
        if (cue.Base.Length >= 2) return false;
        // 农村7.5万起，占总数的42.2%；其次为城镇，发生5.5万起，占总数的30.8%: what has a share itself is no total.
        if (Subject(paragraph, count, Labels.IsSubset(count), TotalOnly) is not { IsExact: true } whole || Siblings.Share(context, whole) is not null && !Labels.IsSubset(count)) return false;
        return Accuse(context, rate, numerator, new([whole], whole.Value, 0), "紧接的上文以此为总数", Labels.IsSubset(count) && whole.Sentence == count.Sentence && !Rivals(paragraph, count, whole) ? null : Verdict.Doubtful);
    }

    private const int NameBack = 60;
    private const int NameLines = 6;

    private static bool Bears(Figure figure, string name) => Labels.Clean(figure.Before) == name;

    // 采纳率约69% of 1338 out of 1394: about leaves room, but not for a quarter.
    private static bool Far(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, RatioNumerator numerator)
    {
        var count = numerator.Figures[0];
        return !cue.IsNegated && !cue.HasOtherPopulation && !cue.HasLocalBase && numerator.Strong && RatioCandidates.StemNames(cue.Stem, count) && Subject(paragraph, count, true, _ => true) is { IsExact: true } subject
            && Math.Abs(count.Value / subject.Value * 100 - rate.Value) > FarPoints && Accuse(context, rate, numerator, new([subject], subject.Value, 0), "紧接的上文以此为总数", Verdict.Doubtful);
    }

    private const int FarPoints = 10;

    private static bool Rate(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, RatioNumerator numerator)
    {
        var count = numerator.Figures[0];
        if (cue.IsNegated) return false;
        if (!numerator.Strong || !RatioCandidates.StemNames(cue.Stem, count) || Subject(paragraph, count, true, _ => true) is not { IsExact: true } subject) return false;
        // 办结8640件。调解成功4410件，调解成功率58.6%: of what is mediated or asked the sentence before does not speak.
        if ((cue.HasOtherPopulation || cue.HasLocalBase) && subject.Sentence != count.Sentence) return false;
        var certain = subject.Sentence == count.Sentence && !Rivals(paragraph, count, subject) && !cue.HasOtherPopulation && !cue.HasLocalBase && (Labels.IsSubset(count) || count.Before.Contains("已", StringComparison.Ordinal) || Labels.IsDone(count));
        return Accuse(context, rate, numerator, new([subject], subject.Value, 0), "紧接的上文以此为总数", certain ? null : Verdict.Doubtful);
    }

    /// <summary>
    /// A share that agrees with some distant number while its siblings agree on one base: the agreement is chance, and the base is theirs.
    /// Shares inside a share (其中) and shares that name their base keep their own.
    /// </summary>
    public static bool Overruled(CheckContext context, RatioHit hit, List<RatioHit> agreed)
    {
        if (RateOverruled(context, hit) || NameOverruled(context, hit)) return true;
        if (hit.Numerator.Figures.Count != 1 || hit.Base.Rank < 3 && hit.Base.Figures.Count == 1 || hit.Rate.Decimals > 1) return false;
        var cue = RateCue.Of(context, hit.Rate);
        var count = hit.Numerator.Figures[0];
        if (cue.Kind != RateKind.Share || cue.Base.Length >= 2 || Labels.IsSubset(count)) return false;
        var (shared, votes) = Shared(context, agreed.Where(other => other != hit).ToList(), hit.Rate, count);
        if (shared is null || votes < 2 || shared.Value == hit.Base.Value) return false;
        return Accuse(context, hit.Rate, hit.Numerator, shared, "同列其他占比均以此为基数", Verdict.Doubtful);
    }

    // 占实体判决案件的24.7%: agreement with two numbers put together is chance where the text names a number that does not agree.
    private static bool NameOverruled(CheckContext context, RatioHit hit)
    {
        if (hit.Rate.Decimals > 1 || hit.Base.Figures.Count == 1 || hit.Numerator.Figures.Count != 1 || !hit.Rate.IsExact) return false;
        var cue = RateCue.Of(context, hit.Rate);
        var count = hit.Numerator.Figures[0];
        if (cue.Kind != RateKind.Share || cue.Base.Length < 2 || !RatioCandidates.IsTight(context, count, hit.Rate)) return false;
        var named = context.Around(hit.Rate).Where(figure => figure.IsExact && figure != count && figure.Value >= count.Value && Measure.SameUnit(figure, count) && RatioSearch.Names(cue.Base, figure) && Math.Abs(figure.Sentence - hit.Rate.Sentence) <= 4).ToList();
        return named.Select(figure => figure.Value).Distinct().Count() == 1 && Accuse(context, hit.Rate, hit.Numerator, new([named[0]], named[0].Value, 0), $"文中写明占“{cue.Base}”", Verdict.Doubtful);
    }

    /// <summary>Writes the accusation; one unit of the last digit is doubtful at most.</summary>
    public static bool Accuse(CheckContext context, Figure rate, RatioNumerator numerator, RatioBase whole, string reason, Verdict? cap = null)
    {
        var agreement = RatioSearch.Agreement(rate, numerator, whole);
        if (agreement >= RateAgreement.Inputs || numerator.Figures.Count == 1 && BaseElsewhere.Explains(context, rate, numerator.Figures[0])) return false;
        var percent = numerator.Value / whole.Value * 100;
        var lastDigit = agreement == RateAgreement.LastDigit;
        var moved = ClosingShares.Moved(context, rate, percent);
        var verdict = moved ? Verdict.Rounding : lastDigit || cap == Verdict.Doubtful ? Verdict.Doubtful : Verdict.Contradiction;
        var start = Math.Min(numerator.Figures[0].Start, rate.Start);
        var end = Math.Max(rate.End, numerator.Figures[^1].End);
        List<Figure> figures = [rate, .. numerator.Figures, .. whole.Figures];
        var needed = rate.Value > 0 ? numerator.Value / rate.Value * 100 : 0;
        var says = $"{Say.Number(numerator.Value)}÷{Say.Number(whole.Value)}={Say.Percent(percent, rate.Decimals)}，文中为{Say.Printed(context, rate)}。基数取{whole.Describe(context)}（{reason}）。"
            + (moved ? ClosingShares.Said : lastDigit ? "末位相差1。" : $"要使{Say.Printed(context, rate)}成立，基数应约为{Say.Number(Math.Round(needed))}，文中未见。");
        context.Add(RelationKind.Ratio, verdict, start, end, [rate.Numeral, RatioRelation.NumberOf(numerator), RatioRelation.NumberOf(whole)], says, moved ? null : Say.Rounded(percent, rate.Decimals) + "%", figures);
        return true;
    }

    // The count stands in the clause of the rate or the clause before, with no other count between.
    private static bool Adjacent(List<Figure> paragraph, Figure count, Figure rate) =>
        count.End <= rate.Start && count.Segment == rate.Segment && rate.Start - count.End < 60 && !paragraph.Any(figure => figure.Start > count.Start && figure.Start < rate.Start && figure.Bracket == count.Bracket && figure.Group != UnitGroup.Percent);

    // 16件…已化解12件，化解率57%: a whole percentage that agrees with some number of another sentence while its own subject stands beside it.
    private static bool RateOverruled(CheckContext context, RatioHit hit)
    {
        if (hit.Rate.Decimals > 0 || hit.Base.Figures[0].Sentence == hit.Rate.Sentence && hit.Base.Figures.Count == 1 && hit.Base.Figures[0].Start < hit.Rate.Start) return false;
        var cue = RateCue.Of(context, hit.Rate);
        var paragraph = context.Around(hit.Rate);
        var count = paragraph.Take(paragraph.IndexOf(hit.Rate)).LastOrDefault();
        if (cue.Kind != RateKind.Rate || cue.HasLocalBase || cue.HasOtherPopulation || count is null || !count.Before.Contains("已", StringComparison.Ordinal) || !hit.Rate.IsExact || !count.IsExact) return false;
        if (!Adjacent(paragraph, count, hit.Rate) || !RatioCandidates.StemNames(cue.Stem, count) || Subject(paragraph, count, true, _ => false) is not { IsExact: true } subject) return false;
        return Accuse(context, hit.Rate, new([count], count.Value, true, false), new([subject], subject.Value, 0), "紧接的上文以此为总数", Verdict.Doubtful);
    }

    // The immediate subject: the nearest figure of the unit before the count, in the same sentence, larger, with no rival before it.
    private static Figure? Subject(List<Figure> paragraph, Figure count, bool linked, Predicate<Figure> accepts)
    {
        var index = paragraph.IndexOf(count);
        var subject = paragraph.Take(index).LastOrDefault(figure => figure.Bracket == count.Bracket && Measure.SameUnit(figure, count) && !GrowthRelation.IsDelta(figure));
        if (subject is null || subject.Value <= count.Value || count.Start - subject.End > 48) return null;
        // A total that closes the sentence before is the subject of a sentence that has no other.
        if (subject.Sentence != count.Sentence && !(subject.Sentence == count.Sentence - 1 && Labels.IsTotal(subject))) return null;
        // 逮捕22.2万人；不捕13.9万人: another part of the sentence is another subject, unless the words tie them.
        if (subject.Sentence == count.Sentence && subject.Segment != count.Segment && !Labels.IsSubset(count) && !Labels.IsDone(count) && !Labels.IsTotal(subject)) return null;
        // Figures of another unit may stand between only after 其中: otherwise they open a new subject.
        var before = paragraph.Take(index).LastOrDefault(figure => figure.Bracket == count.Bracket && figure.Group is not (UnitGroup.Percent or UnitGroup.Point or UnitGroup.Duration) && !GrowthRelation.IsDelta(figure));
        if (!Labels.IsSubset(count) && before != subject) return null;
        return linked || accepts(subject) || count.Before.Contains("已", StringComparison.Ordinal) || Labels.IsDone(count) ? subject : null;
    }

    // Other figures of the sentence that could be the base as well: none of them agrees either, but which is meant is open.
    private static bool Rivals(List<Figure> paragraph, Figure count, Figure subject) =>
        paragraph.Any(figure => figure.Sentence == count.Sentence && figure.Start < subject.Start && Measure.SameUnit(figure, count) && figure.Value > count.Value);

    private static bool TotalOnly(Figure figure) => Labels.IsStrongTotal(figure) || figure.Before.Contains('总');

    // 占水资源总量的22.4% and 占总供水量的80.8% have bases of their own; a share without a name goes with any.
    private static bool OneName(string a, string b) => a.Length < 2 || b.Length < 2 || a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) || RatioSearch.Synonymous(a, b);

    // The base of the list in which the count stands: agreed by its siblings, or the total that its list adds to.
    private static (RatioBase? Base, int Votes) Shared(CheckContext context, List<RatioHit> agreed, Figure rate, Figure count)
    {
        var name = RateCue.Of(context, rate).Base;
        var votes = agreed.Where(hit => hit.Rate.Paragraph == rate.Paragraph && hit.Base.Value != count.Value && OneName(name, RateCue.Of(context, hit.Rate).Base) && Math.Abs(hit.Rate.Sentence - rate.Sentence) <= 1 && hit.Numerator.Figures.Count == 1 && Measure.SameUnit(hit.Numerator.Figures[0], count) && hit.Base.Value >= count.Value && !Labels.IsSubset(count))
            .GroupBy(hit => hit.Base.Value).Select(group => (Base: group.First().Base, Votes: group.Select(hit => hit.Numerator.Figures[0]).Distinct().Count())).OrderByDescending(vote => vote.Votes).ToList();
        if (votes.Count > 0 && votes[0].Votes >= 2 && (votes.Count == 1 || votes[1].Votes * 2 <= votes[0].Votes)) return votes[0];
        // Two parts whose sum is the base of one: it is the base of the other too.
        if (votes.Count == 1 && votes[0].Votes == 1 && agreed.Any(hit => hit.Base.Value == votes[0].Base.Value && hit.Numerator.Figures.Count == 1 && hit.Numerator.Value + count.Value == hit.Base.Value)) return (votes[0].Base, 2);
        // Two printed shares that close on 100 have one base.
        if (votes.Count == 1 && votes[0].Votes == 1 && agreed.Any(hit => hit.Base.Value == votes[0].Base.Value && hit.Rate.Sentence == rate.Sentence && Math.Abs(hit.Rate.Value + rate.Value - 100) <= rate.Ulp)) return (votes[0].Base, 1);
        if (votes.Count > 0 && votes[0].Votes == 1 && votes[0].Base.Figures.Count > 1 && votes[0].Base.Figures.Contains(count)) return votes[0];
        if (context.SumOf(count) is not { } hit) return (null, 0);
        var natural = new RatioBase([hit.Total], hit.Total.Value, 0);
        return (natural, votes.Where(vote => vote.Base.Value == hit.Total.Value).Select(vote => vote.Votes).DefaultIfEmpty(0).First() + 1);
    }
}
