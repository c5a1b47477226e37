using Fadu.Core.Checking;
using Fadu.Rules.Checking;
using Spectre.Console;

namespace Fadu.Cli;

/// <summary>What `fadu check` was asked for.</summary>
internal sealed record CheckRequest(bool Json, bool Relations, string? Previous, string? Comments);

/// <summary>Checks files one by one; exit code 0 without contradiction, 1 with, 2 when a file cannot be read.</summary>
internal static class CheckRun
{
    public static int Run(IReadOnlyList<string> paths, CheckRequest request)
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
        var worst = 0;
        void One(string file) => worst = Math.Max(worst, Check(file, request, options));
        if (files.Count > 1 && !request.Json && AnsiConsole.Profile.Capabilities.Interactive)
            AnsiConsole.Progress().Start(progress =>
            {
                var task = progress.AddTask("校核", maxValue: files.Count);
                foreach (var file in files) { One(file); task.Increment(1); }
            });
        else foreach (var file in files) One(file);
        return worst;
    }

    private static int Check(string file, CheckRequest request, CheckOptions options)
    {
        var read = ReportReader.Read(file);
        if (read.Text is not { } text) return Unreadable(read.Problem!);
        var result = ReportChecker.Check(text, options);
        if (request.Json) CheckJson.Write(Console.Out, file, result, request.Relations);
        else CheckPrint.Write(file, result, request.Relations);
        if (request.Comments is { } path) CommentedDocx.Write(path, text, result);
        return result.Findings.Any(finding => finding.Verdict == Verdict.Contradiction) ? 1 : 0;
    }

    private static List<string> Expand(IReadOnlyList<string> paths) => paths.SelectMany<string, string>(path => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => ReportReader.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal)
        : [path]).ToList();

    private static int Unreadable(string problem)
    {
        Console.Error.WriteLine(problem);
        return 2;
    }
}
