using System.Globalization;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>Turns what a case writes into field values as a form would give them.</summary>
internal sealed class CaseValues(LawErrors errors, Func<string, FactTable?> tables)
{
    private readonly Dictionary<(string Register, long Id), FactRow> references = [];

    /// <summary>Facts of a matter that a case describes in place of a reference.</summary>
    public FactRow? Reference(string register, long id) => references.GetValueOrDefault((register, id));

    public Dictionary<string, object?> Read(Register register, IEnumerable<LawEntry> entries)
    {
        Dictionary<string, object?> values = [];
        foreach (var (key, node) in entries)
        {
            if (register.Field(key.Value) is not { } field)
            {
                errors.Add(key, $"案例里的“{key.Value}”不是“{register.Title}”的字段", Suggestion.For(key.Value, register.Fields.Select(f => f.Id)));
            }
            else if (Value(field, node) is { } value)
            {
                values[field.Id] = value;
            }
        }

        return values;
    }

    private object? Value(Field field, LawNode node) => (field.Type, node) switch
    {
        (_, LawText { IsEmpty: true }) => null,
        (FieldType.WholeNumber, LawText t) => Parsed(field, t, long.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null, "整数"),
        (FieldType.Decimal or FieldType.Money, LawText t) =>
            Parsed(field, t, decimal.TryParse(t.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? d : null, "数字"),
        (FieldType.Date, LawText t) => Parsed(field, t, YamlMap.TryDate(t.Value, out var day) ? day : null, "日期，如 2024-03-01"),
        (FieldType.YesNo, LawText t) => Parsed(field, t, t.Value switch { "true" => true, "false" => false, _ => null }, "true 或 false"),
        (FieldType.Code, LawText t) => Code(field, t),
        (FieldType.Codes, _) => Words(node).Select(w => Code(field, w)).OfType<string>().ToList(),
        (FieldType.Offices, _) => Words(node).Select(w => w.Value).ToList(),
        (FieldType.Officer, _) => Officer(node),
        (FieldType.Officers, LawText t) when int.TryParse(t.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
            Enumerable.Range(1, count).Select(i => new OfficerName($"执法人员{i}", $"证{i:000}", DateOnly.MaxValue)).ToList(),
        (FieldType.Officers, LawList list) => list.Items.Select(Officer).ToList(),
        (FieldType.Party, LawText t) => new Party(t.Value, t.Value.Length <= 4 ? "natural" : "legal", null),
        (FieldType.Party, LawMap map) => new Party(Word(map, "name") ?? "", Word(map, "kind") ?? "legal", Word(map, "id")),
        (FieldType.File, LawText t) => new AttachedFile("", t.Value, "", 0),
        (FieldType.Reference, LawText t) => Parsed(field, t, long.TryParse(t.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null, "整数，或者写出所引用事项的内容 {字段: 值}"),
        (FieldType.Reference, LawMap map) => Describe(field, map),
        (FieldType.Rows, LawList list) => list.Items.Select(i => Row(field, i)).OfType<RowValue>().ToList(),
        (_, LawText t) => t.Value,
        _ => Wrong(field, node, "一段文字"),
    };

    private object? Parsed(Field field, LawText text, object? value, string wanted) => value ?? Wrong(field, text, wanted);

    private object? Wrong(Field field, LawNode node, string wanted)
    {
        errors.Add(node, $"“{field.Id}”（{field.Title}）应当是{wanted}");
        return null;
    }

    private string? Code(Field field, LawText text)
    {
        if (field.Codes?.Find(text.Value) is not null)
        {
            return text.Value;
        }

        errors.Add(text, $"代码表“{field.Codes?.Id}”没有代码“{text.Value}”", Suggestion.For(text.Value, field.Codes?.Codes.Select(c => c.Id) ?? []));
        return null;
    }

    private static IEnumerable<LawText> Words(LawNode node) => node is LawList list ? list.Items.OfType<LawText>() : node is LawText text ? [text] : [];

    private static string? Word(LawMap map, string key) => (map.Find(key)?.Value as LawText)?.Value;

    private static OfficerName Officer(LawNode node) => node switch
    {
        LawMap map => new(Word(map, "name") ?? "", Word(map, "certificate"), YamlMap.TryDate(Word(map, "until") ?? "", out var until) ? until : null),
        LawText text => new(text.Value, "证001", DateOnly.MaxValue),
        _ => new("", null, null),
    };

    private RowValue? Row(Field rows, LawNode node)
    {
        if (node is not LawMap map)
        {
            errors.Add(node, $"表格“{rows.Id}”的每一行应当写成 {{列: 值}}");
            return null;
        }

        Dictionary<string, object?> values = [];
        foreach (var (key, value) in map.Entries)
        {
            if (rows.Columns.FirstOrDefault(c => c.Id == key.Value) is { } column)
            {
                values[column.Id] = Value(column, value);
            }
            else
            {
                errors.Add(key, $"表格“{rows.Id}”没有列“{key.Value}”", Suggestion.For(key.Value, rows.Columns.Select(c => c.Id)));
            }
        }

        return new(values);
    }

    /// <summary>A reference written out: the facts that expressions may ask of the other matter.</summary>
    private object? Describe(Field field, LawMap map) => Describe(field.Register!, map) is { } row ? row["matter_id"] : null;

    /// <summary>A matter of another register, written out by its facts.</summary>
    public FactRow? Describe(string register, LawMap map)
    {
        if (tables(register) is not { } table)
        {
            return null;
        }

        Dictionary<string, object?> facts = [];
        foreach (var (key, node) in map.Entries)
        {
            if (table.Find(key.Value) is not { } column || node is not LawText text)
            {
                errors.Add(key, $"事项“{register}”没有“{key.Value}”", Suggestion.For(key.Value, table.Columns.Select(c => c.Name)));
                continue;
            }

            var type = column.Type switch
            {
                ColumnType.WholeNumber => FieldType.WholeNumber,
                ColumnType.Decimal => FieldType.Decimal,
                ColumnType.Money => FieldType.Money,
                ColumnType.Date => FieldType.Date,
                ColumnType.YesNo => FieldType.YesNo,
                ColumnType.Code => FieldType.Code,
                ColumnType.Reference => FieldType.Reference,
                _ => FieldType.Text,
            };
            facts[column.Name] = Value(new() { Id = column.Name, Title = column.Title, Type = type, Codes = column.Codes, Position = key.Position }, text);
        }

        var id = references.Count + 1L;
        facts["matter_id"] = id;
        var row = new FactRow(table, facts, new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>());
        references.Add((register, id), row);
        return row;
    }
}
