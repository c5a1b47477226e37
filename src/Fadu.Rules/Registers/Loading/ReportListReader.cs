using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads the <c>list</c> of a report section: the matters behind a count, a line each.</summary>
internal sealed class ReportListReader(LawErrors errors, MeasureNames names, IReadOnlyDictionary<string, Measure> measures, RegisterScopes registers)
{
    private const int UsualMost = 30;

    public ReportList? Read(YamlMap? item)
    {
        if (item is null)
        {
            return null;
        }

        item.Require("measure");
        item.Require("line");
        var (measure, line, by) = (item.TextNode("measure"), item.TextNode("line"), item.TextNode("by"));
        var most = item.WholeNumber("most") ?? UsualMost;
        item.Done();
        if (measure is null || line is null)
        {
            return null;
        }

        if (names.Find(measure) is not { } request || Facts(request, measure) is not { } facts)
        {
            return null;
        }

        var list = new ReportList(request, line.Value, by?.Value ?? "opened_on", most);
        foreach (var word in list.Words)
        {
            Check(facts, word, line);
        }

        if (by is not null)
        {
            Check(facts, by.Value, by);
        }

        return list;
    }

    private FactTable? Facts(MeasureRequest request, LawText at)
    {
        var measure = measures[request.Measure];
        if (measure.Definitions[0].Kind is MeasureKind.Ratio or MeasureKind.Value || registers.Find(measure.Register) is not { } register)
        {
            errors.Add(at, $"指标“{request.Measure}”是计算出来的，没有逐件的事项", "请用计数或者合计的指标");
            return null;
        }

        return register.Latest.Facts;
    }

    // What is printed is public: a fact that holds personal data has no place in it.
    private void Check(FactTable facts, string word, LawText at)
    {
        if (facts.Find(word) is not { } column)
        {
            errors.Add(at, $"事项没有“{word}”", Suggestion.For(word, facts.Columns.Select(c => c.Name)));
        }
        else if (column.Personal || column.Name == "title")
        {
            errors.Add(at, $"“{word}”可能含有个人信息，不能逐件印入报告", "请改用其他字段");
        }
    }
}
