using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>Reads <c>&lt;date&gt;.cases.yaml</c>; names of steps and fields are checked when the cases run.</summary>
internal sealed class CaseReader(LawErrors errors, BasisReader basis, Func<string, string?> statuteOf)
{
    private static readonly string[] ActWords = ["step", "on", "files"];

    public IReadOnlyList<WorkedCase> Read(PlacedFile file)
    {
        switch (YamlReader.Read(file, errors))
        {
            case LawList list:
                return [.. list.Items.Select(i => Case(file, i)).OfType<WorkedCase>()];
            case { } other:
                errors.Add(other, "案例文件应当是一个列表", "每个案例以“- case: 名称”开头");
                return [];
            default:
                return [];
        }
    }

    private WorkedCase? Case(PlacedFile file, LawNode node)
    {
        if (node is not LawMap map)
        {
            errors.Add(node, "案例应当是一组“键: 值”", "请以“- case: 名称”开头");
            return null;
        }

        var item = new YamlMap(map, errors);
        foreach (var key in new[] { "acts", "expect" })
        {
            item.Require(key);
        }

        var acts = Acts(item);
        var today = item.Date("today") ?? acts.LastOrDefault()?.On;
        if (today is null)
        {
            errors.Add(map, "案例没有写看结果的日期（today）", "请补写 today");
        }

        var result = new WorkedCase
        {
            Register = file.Name,
            InForce = file.InForce,
            Title = item.RequiredText("case"),
            Basis = basis.Required(item, statuteOf(file.Name)),
            Overlay = item.Text("overlay") ?? file.Region,
            Acts = acts,
            Today = today ?? default,
            Position = map.Position,
            Expectations = item.Child("expect")?.Map.Entries ?? [],
        };
        item.Done();
        return today is null ? null : result;
    }

    private List<CaseAct> Acts(YamlMap item)
    {
        if (item.Node("acts") is not LawList list)
        {
            errors.Add(item.At("acts"), "acts 应当是一个列表", "如 - {step: accept, on: 2024-03-06}");
            return [];
        }

        List<CaseAct> acts = [];
        foreach (var node in list.Items)
        {
            if (node is not LawMap map)
            {
                errors.Add(node, "每个环节应当写成 {step: 环节, on: 日期, 字段: 值}");
                continue;
            }

            var act = new YamlMap(map, errors);
            act.Require("step");
            act.Require("on");
            if (act.TextNode("step") is { } step && act.Date("on") is { } on)
            {
                acts.Add(new()
                {
                    Step = step.Value,
                    On = on,
                    Files = act.Has("files") ? [.. act.Words("files").Select(f => f.Value)] : null,
                    Position = map.Position,
                    Values = [.. map.Entries.Where(e => !ActWords.Contains(e.Key.Value))],
                });
            }
        }

        return acts;
    }
}
