using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>measures/&lt;module&gt;/&lt;group&gt;.yaml</c>.</summary>
internal sealed class MeasureReader(LawErrors errors, BasisReader basis, ExpressionReader expressions, RegisterScopes registers)
{
    private static readonly string[] Kinds = ["count", "sum", "distinct", "ratio", "value"];

    public IEnumerable<Measure> Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file.File, errors) is not { } node)
        {
            return [];
        }

        var root = new YamlMap(node, errors);
        var register = Register(root);
        root.Require("measures");
        var measures = root.Items("measures").Where(m => Names.Check(m.Id, "指标", null, errors)).Select(m => Read(file, m.Id, m.Item, register)).ToList();
        root.Done();
        return measures;
    }

    private Measure Read(PlacedFile file, LawText id, YamlMap item, RegisterScope? fallback)
    {
        var register = item.Has("register") ? Register(item) : fallback;
        var rows = Rows(item, register);
        var measure = new Measure
        {
            Id = $"{file.Name}.{id.Value}",
            Title = item.RequiredText("title"),
            Unit = item.RequiredText("unit"),
            Register = register?.Latest.Id ?? "",
            RowsField = rows?.Field,
            OfficeColumn = OfficeColumn(item, register, rows) ?? "office",
            Definitions = Definitions(file, item, register, rows),
            By = By(item, register, rows),
            Decimals = item.WholeNumber("decimals") ?? 2,
            Star = item.Flag("star"),
            Rank = item.Flag("rank", absent: true),
            Basis = basis.Required(item, register?.Latest.Statute),
            Module = file.Module,
            Position = item.Position,
        };
        item.Done();
        if (measure.Definitions.Any(d => d.Kind is MeasureKind.Ratio or MeasureKind.Value) && (rows is not null || item.Has("office")))
        {
            errors.Add(item.Map, $"指标“{measure.Id}”由其他指标算出，不写 rows 和 office", "请写在它所用的指标上");
        }

        if (measure.Rank && measure.Module == "enforcement" && measure.Title.Contains("罚款", StringComparison.Ordinal) && measure.Unit != "%")
        {
            errors.Add(item.Map, $"指标“{measure.Id}”不得用来给单位排名（行政处罚法第七十四条）", "请加 rank: false");
        }

        return measure;
    }

    private RegisterScope? Register(YamlMap item)
    {
        if (item.TextNode("register") is not { } text)
        {
            return null;
        }

        if (registers.Find(text.Value) is { } found)
        {
            return found;
        }

        errors.Add(text, $"没有事项“{text.Value}”", Suggestion.For(text.Value, registers.Ids));
        return null;
    }

    private RowsTable? Rows(YamlMap item, RegisterScope? register)
    {
        if (item.TextNode("rows") is not { } text || register is null)
        {
            return null;
        }

        if (register.Facts.FindRows(text.Value) is { } rows)
        {
            return rows;
        }

        errors.Add(text, $"事项“{register.Latest.Id}”没有表格“{text.Value}”", Suggestion.For(text.Value, register.Facts.Rows.Select(r => r.Field)));
        return null;
    }

    private string? OfficeColumn(YamlMap item, RegisterScope? register, RowsTable? rows)
    {
        if (item.TextNode("office") is not { } text || register is null)
        {
            return null;
        }

        var fields = (rows is null ? register.NewestFirst.SelectMany(r => r.Fields) : register.Field(rows.Field)?.Columns ?? [])
            .Where(f => f.Type == FieldType.Office).Select(f => f.Id).Distinct().ToList();
        if (!fields.Contains(text.Value))
        {
            errors.Add(text, $"“{text.Value}”不是单位{(rows is null ? "字段" : "列")}", Suggestion.For(text.Value, fields));
        }

        return text.Value;
    }

    private List<string> By(YamlMap item, RegisterScope? register, RowsTable? rows)
    {
        List<string> by = [];
        foreach (var word in item.Words("by"))
        {
            if (register is null || Splits(register, rows).Contains(word.Value))
            {
                by.Add(word.Value);
            }
            else
            {
                errors.Add(word, $"指标不能按“{word.Value}”分", Suggestion.For(word.Value, Splits(register, rows)));
            }
        }

        return by;
    }

    private static List<string> Splits(RegisterScope register, RowsTable? rows) =>
        [.. register.NewestFirst.SelectMany(r => r.Fields).Where(Coded).Select(f => f.Id).Concat(rows is null ? [] : register.Field(rows.Field)!.Columns.Where(Coded).Select(c => c.Id)).Distinct()];

    private static bool Coded(Field field) => field.Type is FieldType.Code or FieldType.Office or FieldType.YesNo;

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

    private (string, string)? Ratio(LawText text, string group)
    {
        var parts = text.Value.Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && MeasureNames.Full(parts[0], group) is { } numerator && MeasureNames.Full(parts[1], group) is { } denominator)
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
