using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads limits such as <c>5 working days</c>, <c>param.review_days working days</c>, <c>extension_days days</c>.</summary>
internal sealed partial class LimitReader(LawErrors errors, ExpressionReader expressions)
{
    private static readonly Dictionary<string, LimitUnit> Units = new()
    {
        ["working days"] = LimitUnit.WorkingDays, ["working day"] = LimitUnit.WorkingDays, ["days"] = LimitUnit.Days, ["day"] = LimitUnit.Days,
        ["calendar days"] = LimitUnit.CalendarDays, ["calendar day"] = LimitUnit.CalendarDays, ["months"] = LimitUnit.Months,
        ["month"] = LimitUnit.Months, ["years"] = LimitUnit.Years, ["year"] = LimitUnit.Years,
    };

    public Limit? Read(LawText? text, ExpressionScope scope)
    {
        if (text is null)
        {
            return null;
        }

        var match = Shape().Match(text.Value.Trim());
        if (!match.Success || !Units.TryGetValue(match.Groups["unit"].Value, out var unit))
        {
            errors.Add(text, $"期限“{text.Value}”看不懂", "请写成 5 working days、60 days、3 months 的样子；数目也可以是 param.参数 或者整数字段");
            return null;
        }

        var amount = match.Groups["amount"].Value;
        if (int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new(number, unit, null);
        }

        return expressions.Number(text with { Value = amount }, scope) is { } source ? new(0, unit, source) : null;
    }

    /// <summary>The limits of a clock: one text, or limits with their conditions.</summary>
    public IReadOnlyList<ConditionalLimit> ReadAll(YamlMap clock, ExpressionScope scope)
    {
        clock.Require("limit");
        if (clock.Map.Find("limit")?.Value is not LawMap)
        {
            return Read(clock.TextNode("limit"), scope) is { } limit ? [new(limit, null)] : [];
        }

        List<ConditionalLimit> limits = [];
        var pairs = clock.Pairs("limit");
        for (var i = 0; i < pairs.Count; i++)
        {
            var (key, condition) = pairs[i];
            var isElse = condition.Value.Trim() == "else";
            if (isElse && i < pairs.Count - 1)
            {
                errors.Add(condition, "“else”后面的期限永远用不上", "请把 else 放在最后");
            }

            if (Read(key, scope) is { } limit)
            {
                limits.Add(new(limit, isElse ? null : expressions.Condition(condition, scope)));
            }
        }

        return limits;
    }

    [GeneratedRegex(@"^(?<amount>\d{1,4}|[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?) +(?<unit>[a-z]+(?: [a-z]+)?)$")]
    private static partial Regex Shape();
}
