using Fadu.Rules.Checking;

namespace Fadu.Cli;

/// <summary>The findings as a person reads them in a terminal.</summary>
internal static class CheckPrint
{
    public static void Write(string file, CheckResult result, bool relations)
    {
        var output = Console.Out;
        var checkedFigures = result.CheckedFigures.Count();
        output.WriteLine($"== {file}");
        output.WriteLine($"{result.Characters} 字，{result.Figures.Count} 个数字，其中 {checkedFigures} 个参与了校核，共校核 {result.Relations.Count} 处关系。");
        if (result.RoundingStyle is { } style) output.WriteLine(style);
        var shown = (relations ? result.Relations : result.Findings).ToList();
        if (result.Relations.Count == 0) output.WriteLine("没有可校核的关系。这很常见，不代表报告有问题。");
        else if (!result.Findings.Any(finding => finding.IsAlarm)) output.WriteLine("没有发现矛盾。");
        foreach (var relation in shown)
        {
            output.WriteLine();
            output.WriteLine($"[{relation.Verdict.ToChinese()}·{relation.Kind.ToChinese()}] 第 {relation.Line} 行：{Shorten(relation.Quote)}");
            output.WriteLine($"    {relation.Says}");
        }
        output.WriteLine();
    }

    private static string Shorten(string quote)
    {
        var line = quote.Replace('\n', ' ').Replace('\r', ' ');
        return line.Length <= 120 ? line : line[..80] + "……" + line[^36..];
    }
}
