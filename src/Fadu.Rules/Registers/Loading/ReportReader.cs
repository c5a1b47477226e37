using Fadu.Rules.Reports;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>reports/&lt;template&gt;.yaml</c>.</summary>
internal sealed class ReportReader(LawErrors errors, BasisReader basis, MeasureNames measures, IReadOnlyDictionary<string, Role> roles, ReportListReader lists)
{
    private const string Contribute = "reports.contribute";

    private static readonly Dictionary<string, ReportColumn> Columns = new()
    {
        ["value"] = ReportColumn.Value,
        ["previous"] = ReportColumn.Previous,
        ["change"] = ReportColumn.Change,
        ["definition"] = ReportColumn.Definition,
    };

    public ReportTemplate? Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return null;
        }

        var root = new YamlMap(node, errors);
        root.Require("title");
        root.Require("parts");
        var title = Text(root.TextNode("title")) ?? new("", []);
        List<ReportPart> parts = [];
        foreach (var item in root.Maps("parts"))
        {
            item.Require("sections");
            var number = parts.Count + 1;
            parts.Add(new(item.RequiredText("title"), [.. item.Maps("sections").Select((s, i) => Section(s, $"{number}.{i + 1}"))]));
            item.Done();
        }

        var template = new ReportTemplate(file.Name, title, root.RequiredText("kind"), basis.Required(root, null), parts, root.Position);
        root.Done();
        return template;
    }

    private ReportSection Section(YamlMap item, string id)
    {
        var section = new ReportSection(id, item.RequiredText("title"), Text(item.TextNode("text")), Table(item.Child("table")), lists.Read(item.Child("list")), Narrative(item.Child("narrative")));
        item.Done();
        if (section is { Text: null, Table: null, List: null, Narrative: null })
        {
            errors.Add(item.Map, $"“{section.Title}”下没有内容", "请写 text、table、list 或者 narrative");
        }

        return section;
    }

    private ReportText? Text(LawText? node)
    {
        if (node is null)
        {
            return null;
        }

        List<ReportTextError> wrong = [];
        var text = ReportTextParser.Parse(node.Value, wrong);
        foreach (var error in wrong)
        {
            errors.Add(Place(node, error.Offset), error.Message, error.Advice);
        }

        foreach (var figure in text.Figures)
        {
            measures.Check(figure.Request, Place(node, node.Value.IndexOf(figure.Measure, StringComparison.Ordinal)));
        }

        foreach (var twice in text.Typed.GroupBy(t => t).Where(g => g.Count() > 1))
        {
            errors.Add(node, $"手填数字“{twice.Key}”在一段里用了两次", "请各起一个标识");
        }

        return text;
    }

    // A block text starts on the line after its key; each line of it is a line of the file.
    private static Position Place(LawText node, int offset)
    {
        var lines = node.Value.Take(Math.Max(0, offset)).Count(c => c == '\n');
        return new(node.File, node.Line + lines + (node.Quoted && node.Value.Contains('\n') ? 1 : 0));
    }

    private ReportTable? Table(YamlMap? item)
    {
        if (item is null)
        {
            return null;
        }

        item.Require("rows");
        List<FigurePiece> rows = [];
        foreach (var word in item.Words("rows"))
        {
            if (measures.Find(word) is { } request)
            {
                rows.Add(new(request, FigureForm.Value));
            }
        }

        List<ReportColumn> columns = [];
        foreach (var word in item.Words("columns"))
        {
            if (Columns.TryGetValue(word.Value, out var column))
            {
                columns.Add(column);
            }
            else
            {
                errors.Add(word, $"表格没有列“{word.Value}”", Suggestion.For(word.Value, Columns.Keys));
            }
        }

        var split = item.TextNode("split");
        if (split is not null)
        {
            measures.CheckSplit(rows, split);
        }

        var table = new ReportTable(item.RequiredText("title"), rows, columns.Count > 0 ? columns : [ReportColumn.Value], split?.Value);
        item.Done();
        return table;
    }

    // Asked of somebody who cannot open the page, a paragraph would never come.
    private void CheckAsked(string role, LawNode at)
    {
        if (!roles.TryGetValue(role, out var asked))
        {
            errors.Add(at, $"没有角色“{role}”", Suggestion.For(role, roles.Keys.Append("offices")));
        }
        else if (!asked.Permissions.Contains(Contribute))
        {
            errors.Add(at, $"角色“{role}”（{asked.Title}）没有 {Contribute} 权限，报送不了文字",
                $"请在 roles.yaml 给它这项权限，或者改向 {string.Join("、", roles.Values.Where(r => r.Permissions.Contains(Contribute)).Select(r => r.Id).Append("offices"))} 征集");
        }
    }

    private ReportNarrative? Narrative(YamlMap? item)
    {
        if (item is null)
        {
            return null;
        }

        item.Require("words");
        var from = item.RequiredText("from");
        if (from.Length > 0 && from != "offices")
        {
            CheckAsked(from, item.At("from"));
        }

        var narrative = new ReportNarrative(from, item.RequiredText("ask"), item.WholeNumber("words") ?? 0);
        item.Done();
        return narrative;
    }
}
