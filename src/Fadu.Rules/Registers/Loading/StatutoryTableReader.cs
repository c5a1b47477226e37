using Fadu.Rules.Measures;
using Fadu.Rules.StatutoryTables;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>tables/&lt;table&gt;.yaml</c>.</summary>
internal sealed class StatutoryTableReader(LawErrors errors, BasisReader basis, MeasureNames measures)
{
    private const string Offices = "offices";

    public StatutoryTable? Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return null;
        }

        var root = new YamlMap(node, errors);
        root.Require("sheets");
        var table = new StatutoryTable(file.Name, root.RequiredText("title"), basis.Required(root, null), [.. root.Items("sheets").Select(s => Sheet(s.Id.Value, s.Item))], root.Position);
        root.Done();
        return table;
    }

    private StatutorySheet Sheet(string id, YamlMap map)
    {
        map.Require("rows");
        map.Require("columns");
        var byOffice = map.Node("rows") is LawText { Value: Offices };
        var columns = map.Maps("columns").SelectMany(c => Columns(c, [], [])).ToList();
        List<StatutoryRow> rows = byOffice ? [] : [.. map.Maps("rows").Select(Row)];
        List<StatutoryCheck> checks = [.. map.Maps("checks").Select(c => Check(c, rows)).OfType<StatutoryCheck>()];
        var sheet = new StatutorySheet(id, map.RequiredText("title"), map.RequiredText("unit"), byOffice, columns, rows, checks);
        CheckCells(map, sheet);
        map.Done();
        return sheet;
    }

    private IEnumerable<StatutoryColumn> Columns(YamlMap map, IReadOnlyList<string> above, IReadOnlyList<MeasureFilter> filtered)
    {
        IReadOnlyList<string> headings = [.. above, map.RequiredText("title")];
        IReadOnlyList<MeasureFilter> filters = [.. filtered, .. Filters(map)];
        var request = Request(map);
        var below = map.Maps("columns");
        map.Done();
        return below.Count > 0 ? below.SelectMany(c => Columns(c, headings, filters)) : [new(headings, request, filters)];
    }

    private StatutoryRow Row(YamlMap map)
    {
        var row = new StatutoryRow(map.Text("id") ?? "", map.RequiredText("title"), map.WholeNumber("indent") ?? 0, Request(map), Filters(map));
        map.Done();
        return row;
    }

    private StatutoryCheck? Check(YamlMap map, List<StatutoryRow> rows)
    {
        var (needs, says) = (map.TextNode("needs"), map.RequiredText("says"));
        map.Require("needs");
        map.Done();
        if (needs is null)
        {
            return null;
        }

        if (StatutoryCheck.Parse(needs.Value, says) is not { } check)
        {
            errors.Add(needs, $"看不懂勾稽关系“{needs.Value}”", "请写成 甲 + 乙 = 丙 - 丁 或者 甲 <= 乙，用各行的 id");
            return null;
        }

        foreach (var unknown in check.Left.Concat(check.Right).Where(r => rows.All(row => row.Id != r.Row)))
        {
            errors.Add(needs, $"勾稽关系里的“{unknown.Row}”不是某一行的 id", Suggestion.For(unknown.Row, rows.Select(r => r.Id).Where(i => i.Length > 0)));
        }

        return check;
    }

    private MeasureRequest? Request(YamlMap map) => map.TextNode("measure") is { } text ? measures.Read(text) : null;

    private IReadOnlyList<MeasureFilter> Filters(YamlMap map)
    {
        List<MeasureFilter> filters = [];
        foreach (var word in map.Words("filter"))
        {
            if (word.Value.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } field, { Length: > 0 } code])
            {
                filters.Add(new(field, code));
            }
            else
            {
                errors.Add(word, $"看不懂筛选“{word.Value}”", "请写成 字段=代码");
            }
        }

        return filters;
    }

    private void CheckCells(YamlMap map, StatutorySheet sheet)
    {
        foreach (var request in sheet.Requests)
        {
            measures.Check(request, map.Position);
        }

        if (!sheet.Requests.Any())
        {
            errors.Add(map.Map, "这张表没有一格有指标", "请在行或者列上写 measure");
        }
    }
}
