using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads what a step does to other registers: <c>collect</c>, <c>apply</c>, <c>spawn</c>.</summary>
internal sealed class LinkReader(Binding b)
{
    public Collect? Collect(YamlMap step)
    {
        if (step.Child("collect") is not { } item)
        {
            return null;
        }

        item.Require("into");
        item.Require("from");
        var into = RowsField(item, "into");
        var from = Register(item, "from");
        var scope = from is null ? null : b.ScopeOf(from);
        var where = scope is null ? null : b.Expressions.Condition(item.TextNode("where"), scope);
        Dictionary<string, Expression> set = [];
        foreach (var (key, text) in item.Pairs("set"))
        {
            if (into?.Columns.FirstOrDefault(c => c.Field.Id == key.Value)?.Field is not { } column)
            {
                b.Errors.Add(key, $"表格“{into?.Field.Id}”没有列“{key.Value}”", Suggestion.For(key.Value, into?.Columns.Select(c => c.Field.Id) ?? []));
            }
            else if (scope is not null && b.Expressions.Value(text, scope, column) is { } value)
            {
                CheckWhole(text, column, from!);
                set.Add(key.Value, value);
            }
        }

        _ = item.TextNode("where");
        item.Done();
        return into is null || from is null ? null : new(into.Field.Id, from.Id, where, set);
    }

    public Apply? Apply(YamlMap step)
    {
        if (step.Child("apply") is not { } item)
        {
            return null;
        }

        foreach (var key in new[] { "rows", "register", "by", "on" })
        {
            item.Require(key);
        }

        var rows = RowsField(item, "rows");
        var target = Register(item, "register");
        var by = Column(item, "by", rows, FieldType.Code, "代码列");
        var reference = Column(item, "reference-column", rows, FieldType.Reference, "引用列");
        var set = Passed(item, target);
        Dictionary<string, string> on = [];
        foreach (var (code, name) in item.Pairs("on"))
        {
            if (by?.Codes is { } codes && codes.Find(code.Value) is null)
            {
                b.Errors.Add(code, $"代码表“{codes.Id}”没有代码“{code.Value}”", Suggestion.For(code.Value, codes.Codes.Select(c => c.Id)));
            }

            if (target is not null && !target.StepNames.Contains(name.Value))
            {
                b.Errors.Add(name, $"事项“{target.Id}”没有环节“{name.Value}”", Suggestion.For(name.Value, target.StepNames));
            }

            if (target is not null && reference is null && target.Step(name.Value) is { } there && !Opens(there))
            {
                b.Errors.Add(name, $"环节“{name.Value}”不是立项环节，须知道是哪一件", "请用 reference-column 写明引用列");
            }

            CheckForm(step, name, target, set.Keys.Concat(rows?.Columns.Select(c => c.Field.Id) ?? []), "表格里没有同名的列，set 里也没有");

            on.Add(code.Value, name.Value);
        }

        if (reference is not null && target is not null && reference.Register != target.Id)
        {
            b.Errors.Add(item.At("reference-column"), $"引用列“{reference.Id}”指向“{reference.Register}”，不是“{target.Id}”", "请改正列的 register");
        }

        item.Done();
        return rows is null || target is null || by is null ? null : new(rows.Field.Id, target.Id, by.Id, reference?.Id, on, set);
    }

    public Spawn? Spawn(YamlMap step)
    {
        if (step.Child("spawn") is not { } item)
        {
            return null;
        }

        item.Require("register");
        item.Require("step");
        var target = Register(item, "register");
        var name = item.TextNode("step");
        if (target is not null && name is not null)
        {
            if (target.Step(name.Value) is not { } there)
            {
                b.Errors.Add(name, $"事项“{target.Id}”没有环节“{name.Value}”", Suggestion.For(name.Value, target.Steps.Where(Opens).Select(s => s.Id.Value)));
            }
            else if (!Opens(there))
            {
                b.Errors.Add(name, $"环节“{name.Value}”不是“{target.Id}”的立项环节", Suggestion.For(name.Value, target.Steps.Where(Opens).Select(s => s.Id.Value)));
            }
        }

        var set = Passed(item, target);
        if (name is not null)
        {
            CheckForm(step, name, target, set.Keys, "set 里没有");
        }

        item.Done();
        return target is null || name is null ? null : new(target.Id, name.Value, set);
    }

    private Dictionary<string, Expression> Passed(YamlMap item, RegisterDraft? target)
    {
        Dictionary<string, Expression> set = [];
        foreach (var (key, text) in item.Pairs("set"))
        {
            if (target is not null && target.Field(key.Value) is null)
            {
                b.Errors.Add(key, $"事项“{target.Id}”没有字段“{key.Value}”", Suggestion.For(key.Value, target.Fields.Select(f => f.Field.Id)));
            }
            else if (target?.Field(key.Value) is { } field && b.Expressions.Value(text, b.Scope, field.Field) is { } value)
            {
                CheckWhole(text, field.Field, b.Draft);
                set.Add(key.Value, value);
            }
        }

        return set;
    }

    // The system fills the form of the other step, so everything that the form demands must be at hand.
    private void CheckForm(YamlMap step, LawText name, RegisterDraft? target, IEnumerable<string> given, string missing)
    {
        if (target?.Step(name.Value)?.Item is not { } there)
        {
            return;
        }

        var known = given.ToHashSet();
        foreach (var word in Plain(there, "sets"))
        {
            var id = word.TrimEnd('!');
            if (target.Field(id) is { Default: null, Derive: null, When: null } field && (field.Field.Required || word.EndsWith('!')) && !known.Contains(id) && Opens(target.Step(name.Value)!))
            {
                b.Errors.Add(name, $"“{target.Title}”的环节“{name.Value}”必须填写“{id}”，{missing}", "请补写，或者由对方事项改为选填");
            }
        }

        var files = Plain(step, "files").Concat(Plain(step, "optional-files")).ToHashSet();
        foreach (var file in Plain(there, "files").Where(f => !files.Contains(f)))
        {
            b.Errors.Add(name, $"“{target.Title}”的环节“{name.Value}”必须有文书《{file}》，本环节没有", "请在本环节的 files 或 optional-files 里写上同名文书");
        }
    }

    private static IEnumerable<string> Plain(YamlMap item, string key) => item.Map.Find(key)?.Value switch
    {
        LawText text => [text.Value],
        LawList list => list.Items.OfType<LawText>().Select(t => t.Value),
        _ => [],
    };

    private void CheckWhole(LawText text, Field target, RegisterDraft source)
    {
        var whole = target.Type is FieldType.Party or FieldType.Officer or FieldType.Officers or FieldType.File or FieldType.Rows;
        if (whole && source.Field(text.Value.Trim())?.Field.Type != target.Type)
        {
            b.Errors.Add(text, $"“{target.Id}”（{target.Title}）只能整个取自同类型的字段，不能是“{text.Value}”", "请写字段的标识");
        }
    }

    public static bool Opens(Declared step) => step.Item.Map.Find("opens")?.Value is LawText { Value: "true" };

    private RegisterDraft? Register(YamlMap item, string key) =>
        item.TextNode(key) is { } text && b.Known([text], "事项", b.Registers).Count > 0 ? b.Latest(text.Value) : null;

    private FieldDraft? RowsField(YamlMap item, string key) =>
        item.TextNode(key) is { } text && b.Known([text], "表格字段", b.Draft.Fields.Where(f => f.Field.Type == FieldType.Rows).Select(f => f.Field.Id)).Count > 0
            ? b.Draft.Field(text.Value) : null;

    private Field? Column(YamlMap item, string key, FieldDraft? rows, FieldType type, string what)
    {
        var fitting = rows?.Columns.Select(c => c.Field).Where(f => f.Type == type).ToList() ?? [];
        return item.TextNode(key) is { } text && rows is not null && b.Known([text], what, fitting.Select(f => f.Id)).Count > 0
            ? fitting.First(f => f.Id == text.Value) : null;
    }
}
