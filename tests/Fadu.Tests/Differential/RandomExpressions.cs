namespace Fadu.Tests.Differential;

/// <summary>Writes random expressions about the sample register, from the whole grammar.</summary>
internal sealed class RandomExpressions(Random random)
{
    private static readonly string[] Kinds = ["warning", "fine", "closure", "detention"];
    private static readonly string[] Compare = ["=", "!=", "<", "<=", ">", ">="];
    private bool inRows;

    public string Condition(int depth)
    {
        if (depth > 0 && random.Next(3) > 0)
        {
            return random.Next(7) switch
            {
                0 or 1 => $"({Condition(depth - 1)} and {Condition(depth - 1)})",
                2 or 3 => $"({Condition(depth - 1)} or {Condition(depth - 1)})",
                4 => $"not {Condition(depth - 1)}",
                5 => $"if({Condition(depth - 1)}, {Condition(depth - 1)}, {Condition(depth - 1)})",
                _ => Rows(depth) ?? $"({Condition(depth - 1)}) = ({Condition(depth - 1)})",
            };
        }

        return random.Next(14) switch
        {
            0 or 1 or 2 => $"{Number(depth)} {Pick(Compare)} {Number(depth)}",
            3 or 4 => $"{Date(depth)} {Pick(Compare)} {Date(depth)}",
            5 => $"{Date(depth)} in period",
            6 => $"{Number(depth)} between {Number(depth)} and {Number(depth)}",
            7 => $"{Any(depth)} is {Pick(["missing", "given"])}",
            8 => $"{Number(0)} {Pick(["in", "not in"])} [1, 2.5, {Number(0)}]",
            9 => $"{Date(depth)} between {Date(depth)} and {Date(depth)}",
            10 => $"coalesce({YesNo()}, {YesNo()})",
            11 => $"({YesNo()}) {Pick(["=", "!="])} ({YesNo()})",
            _ => YesNo(),
        };
    }

    public string Number(int depth)
    {
        if (depth > 0 && random.Next(2) == 0)
        {
            return random.Next(9) switch
            {
                0 => $"({Number(depth - 1)} + {Number(depth - 1)})",
                1 => $"({Number(depth - 1)} - {Number(depth - 1)})",
                2 => $"({Number(depth - 1)} * {Number(depth - 1)})",
                3 => $"({Number(depth - 1)} / {Number(depth - 1)})",
                4 => $"{Pick(["min", "max"])}({Number(depth - 1)}, {Number(depth - 1)})",
                5 => $"if({Condition(depth - 1)}, {Number(depth - 1)}, {Number(depth - 1)})",
                6 => $"coalesce({Number(depth - 1)}, {Number(depth - 1)})",
                7 => $"days({Date(depth - 1)}, {Date(depth - 1)})",
                _ => $"year({Date(depth - 1)})",
            };
        }

        return inRows && random.Next(2) == 0
            ? Pick(["quantity", "value", "1", "0.5", "-quantity"])
            : Pick(["score", "fine", "area", "days_more", "0", "3", "2.25", "5000.50", "-score", "param.large_fine", "param.review_days", "accept.times", "hear.times", "decision.late_days", "items.count", "officers.count", "origin.amount", "matter.fine", "sum(items.value)"]);
    }

    public string Date(int depth)
    {
        if (depth > 0 && random.Next(2) == 0)
        {
            return random.Next(6) switch
            {
                0 or 1 or 2 => $"({Date(depth - 1)} {Pick(["+", "-"])} {Pick(["1 day", "45 days", "1 month", "6 months", "1 year", "1 working day", "7 working days", "30 working days", "param.review_days working days"])})",
                3 => $"{Pick(["min", "max"])}({Date(depth - 1)}, {Date(depth - 1)})",
                4 => $"coalesce({Date(depth - 1)}, {Date(depth - 1)})",
                _ => $"if({Condition(depth - 1)}, {Date(depth - 1)}, {Date(depth - 1)})",
            };
        }

        return inRows && random.Next(2) == 0 ? "seized_on"
            : Pick(["heard_on", "accept.on", "receive.on", "hear.on", "hear.last", "decide.last", "decision.due", "decision.met", "today", "period.start", "period.end", "2024-02-29", "2023-12-31", "matter.opened_on", "matter.closed_on", "origin.held_on", "origin.file.on"]);
    }

    public string Code(int depth) => depth > 0 && random.Next(3) == 0
        ? random.Next(3) switch
        {
            0 => $"if({Condition(depth - 1)}, {Pick(Kinds)}, {Code(depth - 1)})",
            1 => $"coalesce(heaviest(kinds), {Pick(Kinds)})",
            _ => $"coalesce({(inRows ? "item_kind" : "origin.kind")}, {Pick(Kinds)})",
        }
        : inRows ? "item_kind" : Pick(["heaviest(kinds)", "origin.kind"]);

    private string? Rows(int depth)
    {
        if (inRows)
        {
            return null;
        }

        inRows = true;
        var where = Condition(depth - 1);
        inRows = false;
        return random.Next(4) switch
        {
            0 => $"any(items where {where})",
            1 => $"all(items where {where})",
            2 => $"count(items where {where}) {Pick(Compare)} {random.Next(3)}",
            _ => $"sum(items.{Pick(["quantity", "value"])} where {where}) {Pick(Compare)} {Number(0)}",
        };
    }

    private string YesNo() => inRows && random.Next(2) == 0
        ? Pick(["returned", $"item_kind = {Pick(Kinds)}", "item_kind in group heavy", "unit = respondent", "label contains '甲'", $"item_kind = heaviest(kinds)"])
        : Pick([
            "vetoed", "matter.imported", "accept.done", "hear.done", "decide.done", "decision.overdue", "decision.stopped", "result = uphold", "result != alter", "result in [alter, uphold]",
            "result not in [revoke]", "result in group corrected", $"kinds contains {Pick(Kinds)}", "kinds in group heavy", $"heaviest(kinds) = {Pick(Kinds)}", "subject contains '乙'", "subject = 'x'",
            "applicant.kind = sole-trader", "respondent = matter.office", "matter.status = open", "origin.file.done", "origin.handle.overdue", "origin.kind in group heavy", "origin.status = open",
            "officers contains '甲'", "officers contains respondent", "true", "false", "param.strict", $"{Code(1)} = {Pick(Kinds)}", "items.count = 0", "area = 1",
        ]);

    private string Any(int depth) => random.Next(4) switch
    {
        0 => Number(depth),
        1 => Date(depth),
        2 => Pick(["result", "kinds", "subject", "origin", "officers", "applicant.id"]),
        _ => Code(depth),
    };

    private string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
