using System.Globalization;
using Fadu.Rules.Measures;

namespace Fadu.Rules.Assessment;

/// <summary>What is known about one office for scoring.</summary>
/// <param name="Measure">Its value of a measure.</param>
/// <param name="Findings">Number of its findings by rule in the year, dismissed ones left out.</param>
/// <param name="Entry">Its evidence by item.</param>
public sealed record AssessmentFacts(Func<MeasureRequest, MeasureValue> Measure, Func<string, int> Findings, Func<string, EvidenceEntry?> Entry);

/// <summary>What an office claims for an item, and what the reviewer gave.</summary>
/// <param name="Matter">The matter in which both are recorded.</param>
public sealed record EvidenceEntry(long Matter, decimal? Claimed, decimal? Reviewed, string Evidence, string Reason);

/// <summary>Score of an item.</summary>
/// <param name="Points">Points given; negative for a deduction; missing where the item does not apply or waits for a review.</param>
/// <param name="Applies">Whether its points count in what the office can reach.</param>
/// <param name="Why">The arithmetic in words.</param>
public sealed record ItemScore(AssessmentItem Item, decimal? Points, bool Applies, string Why, EvidenceEntry? Entry = null);

/// <summary>Score of an office.</summary>
/// <param name="Total">Points; missing where nothing applied.</param>
/// <param name="Pending">Items that wait for a review; they count as not reached yet.</param>
public sealed record OfficeScore(IReadOnlyList<ItemScore> Items, decimal? Total, decimal Reached, decimal Reachable, decimal Deducted, int Pending);

/// <summary>Scores offices by a scheme; a pure function, so that every point can be recomputed and disputed.</summary>
public static class AssessmentScoring
{
    private const int Decimals = 2;

    /// <summary>Scores one office.</summary>
    /// <remarks>An item whose measure has no base (no document made, no case decided) does not apply: total = reached ÷ reachable × full − deductions, never below zero.</remarks>
    public static OfficeScore Score(AssessmentScheme scheme, AssessmentFacts facts)
    {
        var items = scheme.Items.Select(i => Score(i, facts)).ToList();
        var (reached, reachable) = (0m, 0m);
        foreach (var score in items.Where(s => s.Applies && s.Item.Deduction is null))
        {
            reached += score.Points ?? 0;
            reachable += score.Item.Points;
        }

        var deducted = -items.Where(s => s.Item.Deduction is not null).Sum(s => s.Points ?? 0);
        decimal? total = reachable == 0 ? null : Math.Max(0, Round(reached / reachable * scheme.Full - deducted));
        return new(items, total, reached, reachable, deducted, items.Count(s => s is { Applies: true, Points: null }));
    }

    private static ItemScore Score(AssessmentItem item, AssessmentFacts facts) =>
        item.Measure is { } measure ? Measured(item, measure, facts.Measure(measure.Request))
        : item.Deduction is { } deduction ? Deducted(item, deduction, facts)
        : Evidenced(item, facts.Entry(item.Id));

    private static ItemScore Measured(AssessmentItem item, MeasuredItem rule, MeasureValue value)
    {
        if (value.Value is not { } number)
        {
            return new(item, null, false, "本年没有可计算的基数，不计入");
        }

        var share = rule.Full == rule.Zero ? (number >= rule.Full ? 1m : 0m) : Math.Clamp((number - rule.Zero) / (rule.Full - rule.Zero), 0m, 1m);
        var points = Round(item.Points * share);
        var sides = value is { Numerator: { } above, Denominator: { } below } ? $"（{Text(above)}÷{Text(below)}）" : "";
        return new(item, points, true, $"实际{Text(number)}{sides}，满分线{Text(rule.Full)}，零分线{Text(rule.Zero)}：{Text(item.Points)}×{Text(Round(share))}＝{Text(points)}");
    }

    private static ItemScore Deducted(AssessmentItem item, DeductedItem rule, AssessmentFacts facts)
    {
        var count = rule.Rules.Sum(facts.Findings);
        var points = Math.Min(item.Points, count * rule.Each);
        return new(item, -points, true, count == 0 ? "没有监督发现，不扣分" : $"监督发现{count}件×每件扣{Text(rule.Each)}分{(points < count * rule.Each ? $"，最多扣{Text(item.Points)}分" : "")}");
    }

    private static ItemScore Evidenced(AssessmentItem item, EvidenceEntry? entry) => entry switch
    {
        null => new(item, null, true, "尚未自评"),
        { Reviewed: { } points } => new(item, Math.Clamp(points, 0, item.Points), true, $"自评{Text(entry.Claimed ?? 0)}分，复核{Text(points)}分{(entry.Reason.Length > 0 ? "：" + entry.Reason : "")}", entry),
        _ => new(item, null, true, $"自评{Text(entry.Claimed ?? 0)}分，待复核", entry),
    };

    private static decimal Round(decimal number) => Math.Round(number, Decimals, MidpointRounding.AwayFromZero);

    private static string Text(decimal number) => Math.Round(number, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);
}
