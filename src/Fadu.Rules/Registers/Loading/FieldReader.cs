using System.Text.RegularExpressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>A field whose expressions are not bound yet: they may name fields and registers read later.</summary>
internal sealed record FieldDraft(Field Field, LawText Id, LawText? Derive, LawText? Default, LawText? When, IReadOnlyList<FieldDraft> Columns);

/// <summary>Reads fields and columns of rows fields.</summary>
internal sealed class FieldReader(LawErrors errors, BasisReader basis, IReadOnlyDictionary<string, CodeList> codeLists, IReadOnlySet<string> registers)
{
    public FieldDraft? Read(LawText id, YamlMap item, string statute, bool column = false)
    {
        var named = Names.Check(id, column ? "列" : "字段", column ? Names.ReservedColumns : Names.ReservedFields, errors);
        item.Require("type");
        var type = item.Word("type", FieldTypes.ByName);
        var columns = Columns(item, type, statute, column);
        var field = new Field
        {
            Id = id.Value,
            Title = item.RequiredText("title"),
            Type = type ?? FieldType.Text,
            Codes = Codes(item, "codes", type is FieldType.Code or FieldType.Codes, type),
            Prefill = Codes(item, "prefill", false, type),
            Register = Register(item, type),
            Kind = Kind(item, type),
            Required = item.Flag("required"),
            Personal = item.Flag("personal"),
            Unit = item.Text("unit"),
            Min = item.Number("min"),
            Max = item.Number("max") ?? (type == FieldType.WholeNumber && item.Text("kind") == FieldTypes.Year ? FieldTypes.LastYear : null),
            Pattern = Pattern(item),
            Help = item.Text("help"),
            Example = item.Text("example"),
            Columns = [.. columns.Select(c => c.Field)],
            Basis = basis.Optional(item, statute),
            Position = item.Position,
        };
        var draft = new FieldDraft(field, id, item.TextNode("derive"), item.TextNode("default"), item.TextNode("when"), columns);
        item.Done();
        if (type is not null)
        {
            CheckKeys(item, draft);
        }

        // A field of unknown type is still known, so that what names it is not reported as well.
        return named ? draft : null;
    }

    private List<FieldDraft> Columns(YamlMap item, FieldType? type, string statute, bool column)
    {
        List<FieldDraft> columns = [];
        foreach (var (id, child) in item.Items("columns"))
        {
            if (Read(id, child, statute, column: true) is { } draft)
            {
                columns.Add(draft);
            }
        }

        if (type == FieldType.Rows && column)
        {
            errors.Add(item.Map, "表格里不能再有表格", "请改成另一个字段，或者另立事项并用 reference 引用");
        }
        else if (type == FieldType.Rows && !item.Has("columns"))
        {
            errors.Add(item.Map, "表格字段缺少“columns”", "请写明各列");
        }

        return columns;
    }

    private CodeList? Codes(YamlMap item, string key, bool required, FieldType? type)
    {
        if (required)
        {
            item.Require(key);
        }

        if (item.TextNode(key) is not { } text)
        {
            return null;
        }

        if (!codeLists.TryGetValue(text.Value, out var list) && type is not null)
        {
            errors.Add(text, $"没有代码表“{text.Value}”", Suggestion.For(text.Value, codeLists.Keys));
        }

        return list;
    }

    private string? Register(YamlMap item, FieldType? type)
    {
        if (type == FieldType.Reference)
        {
            item.Require("register");
        }

        if (item.TextNode("register") is { } text && !registers.Contains(text.Value))
        {
            errors.Add(text, $"没有事项“{text.Value}”", Suggestion.For(text.Value, registers));
        }

        return item.Text("register");
    }

    private string? Kind(YamlMap item, FieldType? type)
    {
        if (type == FieldType.Identifier)
        {
            item.Require("kind");
        }

        IReadOnlySet<string> kinds = type == FieldType.WholeNumber ? new HashSet<string> { FieldTypes.Year } : FieldTypes.IdentifierKinds;
        if (item.TextNode("kind") is { } text && !kinds.Contains(text.Value))
        {
            errors.Add(text, $"没有号码种类“{text.Value}”", Suggestion.For(text.Value, kinds));
        }

        return item.Text("kind");
    }

    private string? Pattern(YamlMap item)
    {
        if (item.TextNode("pattern") is not { } text)
        {
            return null;
        }

        try
        {
            // NonBacktracking refuses the constructs that could make a check take forever.
            _ = new Regex(text.Value, RegexOptions.NonBacktracking);
            return text.Value;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            errors.Add(text, $"格式“{text.Value}”不是可用的正则表达式", "请检查括号；不支持回溯引用和环视");
            return null;
        }
    }

    private void CheckKeys(YamlMap item, FieldDraft draft)
    {
        var f = draft.Field;
        Only("codes", f.Type is FieldType.Code or FieldType.Codes, "code 或 codes");
        Only("register", f.Type == FieldType.Reference, "reference");
        Only("kind", f.Type is FieldType.Identifier or FieldType.WholeNumber, "identifier 或 whole-number");
        Only("columns", f.Type == FieldType.Rows, "rows");
        Only("prefill", f.Type == FieldType.Rows, "rows");
        Only("derive", f.Type != FieldType.Rows, "表格以外");
        Only("default", f.Type != FieldType.Rows, "表格以外");
        Only("min", FieldTypes.IsNumber(f.Type), "数字");
        Only("max", FieldTypes.IsNumber(f.Type), "数字");
        Only("pattern", f.Type is FieldType.Text or FieldType.LongText, "文字");
        Only("personal", FieldTypes.MayBePersonal(f.Type), "文字、人员、当事人、号码、地点或文件");
        if (f.Min > f.Max)
        {
            errors.Add(item.At("min"), $"字段“{f.Id}”的 min 大于 max");
        }

        if (draft.Derive is not null && (f.Required || draft.Default is not null))
        {
            errors.Add(item.Map, $"字段“{f.Id}”由公式得出（derive），不能再写 required 或 default", "请删去其中之一");
        }

        if (f.Prefill is { } prefill && !f.Columns.Any(c => c.Codes == prefill))
        {
            errors.Add(item.At("prefill"), $"表格“{f.Id}”没有取自代码表“{prefill.Id}”的列", $"请加一列 type: code, codes: {prefill.Id}");
        }

        void Only(string key, bool allowed, string types)
        {
            if (!allowed && item.Has(key))
            {
                errors.Add(item.At(key), $"“{key}”只能用于{types}字段", "请删去，或者改正 type");
            }
        }
    }
}
