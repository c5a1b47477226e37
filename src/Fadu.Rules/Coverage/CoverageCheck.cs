using Fadu.Rules.Measures;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Coverage;

/// <summary>Guards the coverage: every computable figure has a measure, and the measure counts what the figure prints.</summary>
public static class CoverageCheck
{
    private static readonly string[][] Units =
    [
        ["%"],
        ["元", "万元", "亿元"],
        ["人", "名", "人次"],
        ["学时", "课时", "小时", "分钟"],
        ["天", "日", "工作日", "年", "个月"],
        ["平方米", "公里"],
    ];

    /// <summary>Problems, each with figure and line.</summary>
    public static IEnumerable<string> Problems(CoverageBook book, IReadOnlyList<PrintedFigure> figures, Law law, Func<MeasureRequest, string?> problem)
    {
        var computable = figures.Where(f => f.Computable).ToDictionary(f => f.Id);
        foreach (var figure in computable.Values.Where(f => !book.Entries.ContainsKey(f.Id)))
        {
            yield return $"{figure.Id} 没有指标：{figure.MeaningZh}（{figure.Text}）";
        }

        foreach (var entry in book.Entries.Values)
        {
            var at = $"{CoverageBook.Path}:{entry.Line} {entry.Figure}";
            if (!computable.TryGetValue(entry.Figure, out var figure))
            {
                yield return $"{at} 不在可计算的数字之列，请删去这一行";
            }
            else if (problem(entry.Request) is { } wrong)
            {
                yield return $"{at} {wrong}";
            }
            else if (law.Measures[entry.Request.Measure] is var measure && entry.Definition is { } definition && measure.Definition(definition) is null)
            {
                yield return $"{at} 指标“{measure.Id}”没有口径“{definition}”，现有：{string.Join("、", measure.Definitions.Select(d => d.Id))}";
            }
            else if (!Fits(figure, measure))
            {
                yield return $"{at} 单位不合：报告印的是“{figure.Unit}”，指标“{measure.Id}”的单位是“{measure.Unit}”";
            }
        }
    }

    /// <summary>Whether a measure in this unit can yield the figure: rates are rates, money is money, people are people.</summary>
    internal static bool Fits(PrintedFigure figure, Measure measure) => Class(figure.Unit ?? "") == Class(measure.Unit);

    // Everything that is neither a rate nor money nor people nor time is a count of things: 件, 宗, 起, 项, 次, 份 …
    private static int Class(string unit) => Array.FindIndex(Units, u => u.Contains(unit));
}
