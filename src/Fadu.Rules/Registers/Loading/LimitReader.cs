using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads limits such as <c>5 working days</c>, <c>param.review_days working days</c>, <c>extension_days days</c>.</summary>
internal sealed partial class LimitReader(LawErrors errors, ExpressionReader expressions)
{
    /// <param name="zero">Whether 0 may be written: due on the day itself, for clocks that run to a date field.</param>
    public Limit? Read(LawText? text, ExpressionScope scope, bool zero = false)
    {
        if (text is null)
        {
            return null;
        }

        var match = Shape().Match(text.Value.Trim());
        if (!match.Success || Duration.UnitOf(match.Groups["unit"].Value) is not { } unit)
        {
            errors.Add(text, $"期限“{text.Value}”看不懂", "请写成 5 working days、60 days、3 months 的样子；数目也可以是 param.参数 或者整数字段");
            return null;
        }

        var amount = match.Groups["amount"].Value;
        if (unit == DurationUnit.Hours && !(int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours % 24 == 0))
        {
            errors.Add(text, $"期限“{text.Value}”不能这样写", "环节按日登记，小时数应当是24的倍数，如 24 hours");
            return null;
        }

        if (int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number == 0 && !zero)
            {
                errors.Add(text, "期限不能是零", "只有从日期字段起算的期限可以写 0 days，意思是到那一天为止");
            }

            return new(number, unit, null);
        }

        return expressions.Number(text with { Value = amount }, scope) is { } source ? new(0, unit, source) : null;
    }

    /// <summary>The limits under a key: none, one text, or limits with their conditions.</summary>
    public IReadOnlyList<ConditionalLimit> ReadAll(YamlMap item, string key, ExpressionScope scope, bool zero = false)
    {
        if (item.Map.Find(key)?.Value is not LawMap)
        {
            return Read(item.TextNode(key), scope, zero) is { } limit ? [new(limit, null)] : [];
        }

        List<ConditionalLimit> limits = [];
        var pairs = item.Pairs(key);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (text, condition) = pairs[i];
            var isElse = condition.Value.Trim() == "else";
            if (isElse && i < pairs.Count - 1)
            {
                errors.Add(condition, "“else”后面的期限永远用不上", "请把 else 放在最后");
            }

            if (Read(text, scope) is { } limit)
            {
                limits.Add(new(limit, isElse ? null : expressions.Condition(condition, scope)));
            }
        }

        return limits;
    }

    [GeneratedRegex(@"^(?<amount>\d{1,4}|[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?) +(?<unit>[a-z]+(?: [a-z]+)?)$")]
    private static partial Regex Shape();
}
