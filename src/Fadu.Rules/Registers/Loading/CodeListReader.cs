namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>codes/&lt;code-list&gt;.yaml</c>.</summary>
internal sealed class CodeListReader(LawErrors errors, BasisReader basis)
{
    public CodeList? Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return null;
        }

        var before = errors.Count;
        var root = new YamlMap(node, errors);
        var title = root.RequiredText("title");
        var ground = basis.Optional(root, null);
        var statute = ground?.Citations.Select(c => c.Statute).FirstOrDefault();
        root.Require("codes");
        List<Code> codes = [];
        foreach (var (id, item) in root.Items("codes"))
        {
            if (Names.Check(id, "代码", null, errors))
            {
                codes.Add(ReadCode(id.Value, item, statute));
            }
        }

        root.Done();
        if (codes.Count == 0 && errors.Count == before)
        {
            errors.Add(node, "代码表是空的", "请在 codes 下写明代码");
        }

        foreach (var word in codes.SelectMany(c => c.Aliases.Append(c.Title)).GroupBy(w => w).Where(g => g.Count() > 1))
        {
            errors.Add(node, $"“{word.Key}”可以指几个代码", "导入时无法分辨，请让名称和别名各不相同");
        }

        // A list with errors is still known, so that the fields that use it are not reported as well.
        return new(file.Name, title, ground, codes, root.Position);
    }

    private Code ReadCode(string id, YamlMap item, string? statute)
    {
        var code = new Code(
            id, item.RequiredText("title"), item.Words("groups").Select(g => g.Value).ToHashSet(), [.. item.Words("alias").Select(a => a.Value)],
            item.WholeNumber("points"), item.Flag("veto"), item.Date("from"), item.Date("to"), basis.Optional(item, statute));
        if (code.From > code.To)
        {
            errors.Add(item.Map, $"代码“{id}”的起用日期晚于停用日期", "请改正 from 或者 to");
        }

        foreach (var group in item.Words("groups").Where(g => !YamlMap.Snake.IsMatch(g.Value)))
        {
            errors.Add(group, $"组名“{group.Value}”不合规则", "只用小写英文字母、数字和下划线");
        }

        item.Done();
        return code;
    }
}
