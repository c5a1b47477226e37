using Fadu.Core.Checking;
using Fadu.Rules.Checking;
using Spectre.Console;

namespace Fadu.Cli;

/// <summary>What `fadu check` was asked for.</summary>
internal sealed record CheckRequest(bool Json, bool Relations, string? Previous, string? Comments);

/// <summary>Checks files one by one; exit code 0 without contradiction, 1 with, 2 when a file cannot be read.</summary>
internal static class CheckRun
{
    /// <param name="frozen">Finds the frozen report beside which a text is checked; none = no store was chosen.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, CheckRequest request, Func<string, Task<FrozenComparison?>>? frozen = null)
    {
        var options = CheckOptions.Default with { Statutes = CheckStatutes.Load() };
        if (request.Previous is { } previous)
        {
            var text = ReportReader.Read(previous);
            if (text.Text is null) return Unreadable(text.Problem!);
            options = options with { Previous = text.Text };
        }
        var files = Expand(paths);
        if (files.Count == 0) return Unreadable("所给文件夹里没有可校核的文件（.txt .md .html .docx .xlsx .pdf）。");
        if (files.Count > 1 && request.Comments is not null) return Unreadable($"--docx 只写一份带批注的文档，这里有 {files.Count} 个文件。请逐个校核。");
        var worst = 0;
        async Task One(string file) => worst = Math.Max(worst, await CheckAsync(file, request, options, frozen));
        if (files.Count > 1 && !request.Json && AnsiConsole.Profile.Capabilities.Interactive)
            await AnsiConsole.Progress().StartAsync(async progress =>
            {
                var task = progress.AddTask("校核", maxValue: files.Count);
                foreach (var file in files) { await One(file); task.Increment(1); }
            });
        else foreach (var file in files) await One(file);
        return worst;
    }

    private static async Task<int> CheckAsync(string file, CheckRequest request, CheckOptions options, Func<string, Task<FrozenComparison?>>? frozen)
    {
        var read = ReportReader.Read(file);
        if (read.Text is not { } text) return Unreadable(read.Problem!);
        if (frozen is not null) options = Beside(file, await frozen(text), options);
        var result = ReportChecker.Check(text, options);
        if (request.Json) CheckJson.Write(Console.Out, file, text, result, request.Relations);
        else CheckPrint.Write(file, result, request.Relations);
        if (request.Comments is { } path && WriteComments(path, text, result) is { } problem) return Unreadable(problem);
        return result.Findings.Any(finding => finding.Verdict == Verdict.Contradiction) ? 1 : 0;
    }

    private static string? WriteComments(string path, string text, CheckResult result)
    {
        try
        {
            CommentedDocx.Write(path, text, result);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"带批注的文档写不进 {path}：请检查文件夹是否存在、是否可写、文件是否正被打开。";
        }
    }

    private static CheckOptions Beside(string file, FrozenComparison? frozen, CheckOptions options)
    {
        Console.Error.WriteLine(frozen is null
            ? $"{Path.GetFileName(file)}：数据库里没有这一年度的定稿报告（或标题里没有年度），只校核文字本身。先用 fadu report freeze 定稿，再来核对。"
            : $"{Path.GetFileName(file)}：与定稿报告《{frozen.Head.Title}》（{frozen.Head.Id}）的{frozen.Known.Count}个数字核对{(frozen.Previous is null ? "" : "，并对照上一年度的定稿")}。");
        return frozen is null ? options : options with { Known = frozen.Known, Previous = options.Previous ?? frozen.Previous };
    }

    private static List<string> Expand(IReadOnlyList<string> paths) => paths.SelectMany<string, string>(path => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsReport).Order(StringComparer.Ordinal)
        : [path]).ToList();

    // ~$报告.docx is the lock that an office program leaves beside an open document.
    private static bool IsReport(string file) => ReportReader.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()) && !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal);

    private static int Unreadable(string problem)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
}
