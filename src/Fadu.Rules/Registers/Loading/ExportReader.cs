using Fadu.Rules.Exports;
using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>exports/&lt;export&gt;.yaml</c>.</summary>
internal sealed class ExportReader(LawErrors errors, BasisReader basis, ExpressionReader expressions, RegisterScopes registers)
{
    private static readonly Dictionary<string, ExportForm> Forms = new()
    {
        ["plain"] = ExportForm.Plain,
        ["slash-date"] = ExportForm.SlashDate,
        ["ten-thousands"] = ExportForm.TenThousands,
        ["office"] = ExportForm.Office,
        ["masked"] = ExportForm.Masked,
        ["office-code"] = ExportForm.OfficeCode,
    };

    public ExportTemplate? Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return null;
        }

        var root = new YamlMap(node, errors);
        root.Require("register");
        root.Require("where");
        root.Require("fields");
        if (root.TextNode("register") is not { } text || registers.Find(text.Value) is not { } register)
        {
            errors.Add(root.At("register"), "没有这个事项", Suggestion.For(root.Text("register") ?? "", registers.Ids));
            return null;
        }

        var title = root.RequiredText("title");
        var based = basis.Required(root, register.Latest.Statute);
        var where = expressions.Condition(root.TextNode("where"), register.Scope);
        var fields = root.Maps("fields").Select(f => Field(f, register)).ToList();
        root.Done();
        foreach (var twice in fields.GroupBy(f => f.Code).Where(g => g.Count() > 1))
        {
            errors.Add(root.Map, $"字段代码“{twice.Key}”写了两次", "每个字段只写一次");
        }

        return where is null ? null : new(file.Name, title, based, text.Value, where, fields, root.Position);
    }

    private ExportField Field(YamlMap map, RegisterScope register)
    {
        var required = map.TextNode("required");
        var field = new ExportField(
            map.RequiredText("code"), map.RequiredText("title"), expressions.Read(map.TextNode("value"), register.Scope, ExpressionType.Any), map.Word("form", Forms) ?? ExportForm.Plain,
            expressions.Condition(required, register.Scope), map.WholeNumber("length"), map.Pairs("words").ToDictionary(p => p.Key.Value, p => p.Value.Value));
        map.Done();
        return field;
    }
}
