using System.Text.RegularExpressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads the <c>list</c> of a report section: the matters behind a count, a line each.</summary>
internal sealed partial class ReportListReader(LawErrors errors, MeasureNames names, IReadOnlyDictionary<string, Measure> measures, RegisterScopes registers)
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

        if (ReportTextParser.Reference(measure.Value) is not { } figure)
        {
            errors.Add(measure, $"“{measure.Value}”不是指标", "请写 组.指标，或者 组.指标[字段=代码]（加引号）");
            return null;
        }

        if (!names.Check(figure, measure.Position) || Facts(figure, measure) is not { } facts)
        {
            return null;
        }

        foreach (var word in Words().Matches(line.Value).Select(m => m.Groups[1].Value))
        {
            Check(facts, word, line);
        }

        if (by is not null)
        {
            Check(facts, by.Value, by);
        }

        return new(figure, line.Value, by?.Value ?? "opened_on", most);
    }

    /// <summary>The placeholders of a line.</summary>
    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}")]
    private static partial Regex Words();

    private FactTable? Facts(FigurePiece figure, LawText at)
    {
        var measure = measures[figure.Measure];
        if (measure.Definitions[0].Kind is MeasureKind.Ratio or MeasureKind.Value || registers.Find(measure.Register) is not { } register)
        {
            errors.Add(at, $"指标“{figure.Measure}”是计算出来的，没有逐件的事项", "请用计数或者合计的指标");
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
