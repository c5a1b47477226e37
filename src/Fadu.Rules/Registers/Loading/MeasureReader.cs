using Fadu.Rules.Measures;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>measures/&lt;module&gt;/&lt;group&gt;.yaml</c>.</summary>
internal sealed partial class MeasureReader(LawErrors errors, BasisReader basis, ExpressionReader expressions, RegisterScopes registers)
{
    public IEnumerable<Measure> Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
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
}
