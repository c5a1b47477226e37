namespace Fadu.Rules.Expressions.Binding;

internal sealed partial class Names
{
    /// <summary>Says what the writer probably meant.</summary>
    private string Unknown(IReadOnlyList<string> parts)
    {
        var (name, text) = (parts[0], string.Join('.', parts));
        if (parts.Count == 1 && scope.Self == "matter" && common.Contains(name))
        {
            return $"“{name}”是事项本身的属性，请写成“matter.{name}”。";
        }

        if (parts.Count == 1 && Generated(name) is { } dotted)
        {
            return $"“{name}”请写成“{dotted}”。";
        }

        if (scope.Steps.Contains(name))
        {
            return $"“{name}”是环节，后面应当写 .done（已办）、.on（日期）、.last（最近日期）或者 .times（次数）。";
        }

        if (scope.Clocks.Contains(name))
        {
            return $"“{name}”是期限，后面应当写 .due .met .overdue .late_days 或者 .stopped。";
        }

        if (scope.Table.FindRows(name) is not null)
        {
            return $"“{name}”是表格，请用 {name}.count，或者 count/sum/any/all({name} where …)。";
        }

        if (parts.Count > 1 && IsField(name))
        {
            return $"字段“{name}”没有“{string.Join('.', parts.Skip(1))}”这一项。";
        }

        return name.Contains('-')
            ? $"没有“{text}”这个名称。减号两边要有空格。"
            : $"没有“{text}”这个字段、环节或者期限，{Similar.Hint(name, Known())}文字要写在英文单引号里。";
    }

    private IEnumerable<string> Known() =>
        [.. scope.Table.Columns.Select(c => c.Name).Where(IsField), .. scope.Steps, .. scope.Clocks, .. scope.Table.Rows.Select(r => r.Field), .. rows?.Columns.Select(c => c.Name) ?? [], "today"];
}
