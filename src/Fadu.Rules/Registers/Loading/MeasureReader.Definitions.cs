using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;

namespace Fadu.Rules.Registers.Loading;

/// <summary>How a measure is computed, in one way or in several.</summary>
internal sealed partial class MeasureReader
{
    private static readonly string[] Kinds = ["count", "sum", "distinct", "ratio", "value"];

    private List<MeasureDefinition> Definitions(PlacedFile file, YamlMap item, RegisterScope? register, RowsTable? rows)
    {
        if (!item.Has("definitions"))
        {
            return Definition(file, "default", item, register, rows) is { } only ? [only] : [];
        }

        foreach (var both in Kinds.Append("where").Append("text").Where(item.Has))
        {
            _ = item.Node(both);
            errors.Add(item.At(both), $"有几种口径（definitions）的指标，“{both}”写在各口径里", "请移到口径中");
        }

        List<MeasureDefinition> definitions = [];
        foreach (var (id, child) in item.Items("definitions").Where(d => Names.Check(d.Id, "口径", null, errors)))
        {
            if (Definition(file, id.Value, child, register, rows) is { } definition)
            {
                definitions.Add(definition with { Basis = basis.Optional(child, register?.Latest.Statute) });
            }

            child.Done();
        }

        return definitions;
    }

    private MeasureDefinition? Definition(PlacedFile file, string id, YamlMap item, RegisterScope? register, RowsTable? rows)
    {
        var scope = rows is null ? register?.Scope : register?.Scope.ForRows(rows);
        var text = item.RequiredText("text");
        var where = item.TextNode("where");
        var counts = item.Flag("count");
        var (sum, distinct, ratio, value) = (item.TextNode("sum"), item.TextNode("distinct"), item.TextNode("ratio"), item.TextNode("value"));
        var given = Kinds.Where(item.Has).ToList();
        if (given.Count != 1 || (given[0] == "count" && !counts))
        {
            errors.Add(item.Map, given.Count > 1 ? $"指标同时写了 {string.Join("、", given)}" : "指标没有写怎么算", "count: true、sum、distinct、ratio、value、definitions 必须且只能写一个");
            return null;
        }

        if ((ratio ?? value) is { } computed && where is not null)
        {
            errors.Add(where, "由其他指标算出的指标不写 where", "条件写在它所用的指标上");
        }

        if (ratio is null && value is null && scope is null)
        {
            errors.Add(item.Map, "没有写统计哪个事项（register）", "请在文件开头或者指标里写 register");
            return null;
        }

        return new()
        {
            Id = id,
            Text = text,
            Kind = Enum.Parse<MeasureKind>(given[0], ignoreCase: true),
            Where = scope is null || ratio is not null || value is not null ? null : expressions.Condition(where, scope),
            Operand = scope is null ? null : sum is not null ? expressions.Number(sum, scope) : expressions.Read(distinct, scope, ExpressionType.Any),
            Ratio = ratio is null ? null : Ratio(ratio, file.Name),
            Formula = value is null ? null : Formula(value, file.Name),
        };
    }

    private (MeasureRequest, MeasureRequest)? Ratio(LawText text, string group)
    {
        var parts = text.Value.Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && MeasureRequest.TryParse(parts[0], group, out var numerator, out _) && MeasureRequest.TryParse(parts[1], group, out var denominator, out _))
        {
            return (numerator, denominator);
        }

        errors.Add(text, $"比率“{text.Value}”看不懂", "请写成 分子指标 / 分母指标，如 corrected / concluded；要先加减的，另立一个 value 指标");
        return null;
    }

    private MeasureFormula? Formula(LawText text, string group)
    {
        if (MeasureFormula.TryParse(text.Value, group, out var formula, out var error))
        {
            return formula;
        }

        errors.Add(text with { Column = text.Column + error.Column - 1 + (text.Quoted ? 1 : 0) }, $"算式“{text.Value}”有误：{error.Message.TrimEnd('。')}");
        return null;
    }
}
