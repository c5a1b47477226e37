using Fadu.Rules.Registers;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Supervision;

/// <summary>A rule hits something.</summary>
/// <param name="Key">Makes the finding one and the same on each run.</param>
/// <param name="OccurredOn">Day on which it became so in law.</param>
internal sealed record RuleHit(string Key, long? Matter, string Office, string? Officer, string Title, DateOnly OccurredOn);

/// <summary>When a hit became so in law, from the columns that the rule reads.</summary>
internal sealed class LegalTime
{
    private readonly List<string> clocks;
    private readonly List<string> days;
    private readonly List<string> acts;

    public LegalTime(SupervisionRule rule, FactTable table)
    {
        var needs = rule.Where.Needs;
        clocks = [.. table.Columns.Where(c => c.Name.EndsWith("_stopped", StringComparison.Ordinal)).Select(c => c.Name[..^"_stopped".Length])
            .Where(c => needs.Contains(c + "_due") && needs.Contains(c + "_met") && needs.Contains(c + "_stopped"))];
        days = [.. table.Columns.Where(c => c.Type == ColumnType.Date && IsAct(c.Name) && needs.Contains(c.Name)).Select(c => c.Name)];
        acts = [.. table.Columns.Where(c => c.Type == ColumnType.Date && IsAct(c.Name)).Select(c => c.Name)];
    }

    /// <summary>Columns that it asks for.</summary>
    public IEnumerable<string> Columns => clocks.SelectMany(c => new[] { c + "_due", c + "_met", c + "_stopped" }).Concat(days).Concat(acts).Append("opened_on").Distinct();

    /// <summary>The day after the first limit that ran out; else the last act that the rule is about; else the last act.</summary>
    public DateOnly Of(Func<string, DateOnly?> day, Func<string, bool?> yes, DateOnly today)
    {
        var overdue = clocks.Where(c => yes(c + "_stopped") is not true && day(c + "_due") is { } due && (day(c + "_met") ?? today) > due).Select(c => day(c + "_due")!.Value).ToList();
        return overdue.Count > 0 ? overdue.Min().AddDays(1) : Last(days, day, today) ?? Last(acts, day, today) ?? day("opened_on") ?? today;
    }

    private static DateOnly? Last(IEnumerable<string> columns, Func<string, DateOnly?> day, DateOnly today) =>
        columns.Select(day).Where(d => d <= today).Max();

    private static bool IsAct(string column) =>
        column is not ("opened_on" or "closed_on") && (column.EndsWith("_on", StringComparison.Ordinal) || column.EndsWith("_last", StringComparison.Ordinal));
}
