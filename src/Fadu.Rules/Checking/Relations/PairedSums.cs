using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Numbers in pairs: 拆除46处1.38万平方米，其中主动拆除39处1.12万平方米，强制拆除7处0.26万平方米.
/// Where the first of each pair add to their total the list is complete, and the second of each pair have to add to theirs.
/// </summary>
internal static class PairedSums
{
    private const int Beside = 16;

    public static void Check(CheckContext context, List<Figure> paragraph, IReadOnlyList<SumHit> hits)
    {
        foreach (var hit in hits.Where(hit => hit.Total.Start < hit.Parts[0].Start && hit.Parts.Sum(part => part.Value) == hit.Total.Value))
        {
            var others = hit.Parts.Select(part => context.Next(part)).OfType<Figure>().ToList();
            if (others.Count < hit.Parts.Count || !hit.Parts.Zip(others).All(pair => Pairs(pair.First, pair.Second)) || !others.All(other => Measure.SameUnit(other, others[0])) || Measure.SameUnit(others[0], hit.Total)) continue;
            var totals = paragraph.Where(figure => figure.Start > hit.Total.Start && figure.Start < hit.Parts[0].Start && figure.Bracket == hit.Total.Bracket && Measure.SameUnit(figure, others[0]) && figure.IsExact && !GrowthRelation.IsDelta(figure) && !GrowthRelation.IsReference(context, figure)).ToList();
            if (totals.Count == 1 && hits.All(other => !other.Parts.Contains(others[0]))) Judge(context, totals[0], others);
        }
    }

    private static bool Pairs(Figure part, Figure other) => other.Sentence == part.Sentence && other.Segment == part.Segment && other.Bracket == part.Bracket && other.Start - part.End <= Beside && other.IsExact && SumSearch.IsSummable(other);

    // 起诉8件11人，不起诉2件2人，附条件不起诉1件1人: a further pair, so the first of each pair added up by chance.
    private static bool Continues(CheckContext context, Figure last) =>
        context.Next(last) is { } count && count.Sentence == last.Sentence && SumSearch.IsSummable(count) && context.Next(count) is { } other && Pairs(count, other) && Measure.SameUnit(other, last);

    private static void Judge(CheckContext context, Figure total, List<Figure> parts)
    {
        var sum = parts.Sum(part => part.Value);
        var difference = Math.Abs(total.Value - sum);
        var holds = difference <= SumAlarm.Slack(total, parts);
        // Persons take part in more than one case, so only a slip of one digit is held against them.
        var persons = total.Group is UnitGroup.Person or UnitGroup.PersonTime;
        if (!holds && (Continues(context, parts[^1]) || difference > total.Value / 2 || persons && DigitRepair.Sum(total.Value, parts.Select(part => part.Value).ToList()).Count == 0)) return;
        context.Add(RelationKind.Sum, holds ? sum == total.Value ? Verdict.Consistent : Verdict.Rounding : Verdict.Doubtful, total.Start, parts[^1].End, [total.Numeral, .. parts.Select(part => part.Numeral)],
            $"{Say.Labelled(context, total)}，所列各项{Say.Sum(parts, sum)}" + (holds ? "，一致。" : $"，相差{Say.Number(difference)}；与之并列的各数则合计相符，请核对。"), holds ? null : Say.Number(sum), [total, .. parts]);
        if (holds) context.AddSums([new(total, parts, 0, true)]);
    }
}
