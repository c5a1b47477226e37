using Fadu.Rules.Assessment;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>assessment/&lt;scheme&gt;.yaml</c>.</summary>
internal sealed class AssessmentReader(LawErrors errors, BasisReader basis, MeasureNames measures, IReadOnlySet<string> rules, CodeList? officeKinds, CodeList? evidenceItems)
{
    private const decimal UsualFull = 100;

    public AssessmentScheme? Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return null;
        }

        var root = new YamlMap(node, errors);
        root.Require("for");
        root.Require("indicators");
        var kinds = root.Words("for");
        foreach (var kind in kinds.Where(k => officeKinds?.Find(k.Value) is null))
        {
            errors.Add(kind, $"没有单位类别“{kind.Value}”", Suggestion.For(kind.Value, officeKinds?.Codes.Select(c => c.Id) ?? []));
        }

        var scheme = new AssessmentScheme(
            file.Name, root.RequiredText("title"), basis.Required(root, null), [.. kinds.Select(k => k.Value)], root.Number("total") ?? UsualFull,
            [.. root.Items("indicators").Select(i => Indicator(i.Id.Value, i.Item))], root.Position);
        root.Done();
        foreach (var twice in scheme.Items.GroupBy(i => i.Id).Where(g => g.Count() > 1))
        {
            errors.Add(root.Map, $"考评项“{twice.Key}”写了两次", "每项的标识在一份考评方案里只能用一次");
        }

        return scheme;
    }

    private AssessmentIndicator Indicator(string id, YamlMap map)
    {
        map.Require("items");
        var indicator = new AssessmentIndicator(id, map.RequiredText("title"), [.. map.Items("items").Select(i => Item(i.Id, i.Item))]);
        map.Done();
        return indicator;
    }

    private AssessmentItem Item(LawText id, YamlMap map)
    {
        map.Require("points");
        var ways = new[] { "measure", "findings", "evidence" }.Count(map.Has);
        if (ways != 1)
        {
            errors.Add(map.Map, $"考评项“{id.Value}”应当写 measure、findings、evidence 三者之一", "由指标计分写 measure，监督发现倒扣写 findings，凭材料评分写 evidence");
        }

        var evidence = map.Text("evidence");
        if (evidence is not null && evidenceItems?.Find(id.Value) is null)
        {
            errors.Add(id, $"凭材料评分的考评项“{id.Value}”不在代码表 assessment-item 里", "请在 codes/assessment-item.yaml 补入，自评时才能选到它");
        }

        var item = new AssessmentItem(id.Value, map.RequiredText("title"), map.Number("points") ?? 0, basis.Required(map, null), Measured(map), Deducted(map), evidence);
        map.Done();
        return item;
    }

    private MeasuredItem? Measured(YamlMap map)
    {
        if (map.TextNode("measure") is not { } text)
        {
            return null;
        }

        var (full, zero) = (map.Number("full") ?? 1, map.Number("zero") ?? 0);
        return measures.Find(text) is { } request ? new(request, full, zero) : null;
    }

    private DeductedItem? Deducted(YamlMap map)
    {
        if (!map.Has("findings"))
        {
            return null;
        }

        map.Require("each");
        var named = map.Words("findings");
        foreach (var rule in named.Where(r => !rules.Contains(r.Value)))
        {
            errors.Add(rule, $"没有监督规则“{rule.Value}”", Suggestion.For(rule.Value, rules));
        }

        return new([.. named.Select(r => r.Value)], map.Number("each") ?? 0);
    }
}
