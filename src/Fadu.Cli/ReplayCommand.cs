using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fadu.Core;
using Fadu.Core.Replays;
using Fadu.Core.Storage;
using Spectre.Console;

namespace Fadu.Cli;

/// <summary>`fadu replay REPORT [--only MODULE] [--keep DIR] [--json]`: generates the matters of a report and compares its figures.</summary>
internal static class ReplayCommand
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly Argument<string> Report = new("report") { Description = "报告编号，例如 002.1（law/replays 下的方案）" };
    private static readonly Option<string?> Only = new("--only") { Description = "只生成这个模块的事项、只比对这个模块的指标，例如 mediation" };
    private static readonly Option<string?> Keep = new("--keep") { Description = "把生成的数据留在这个空目录里，供查看" };
    private static readonly Option<string?> Folder = new("--law") { Description = "制度定义所在的文件夹（默认：安装目录下的 law）" };

    public static Command Create()
    {
        var command = new Command("replay", "按方案生成一份公开报告的事项，并逐个比对报告印出的数字") { Report, Only, Keep, Folder, StoreOptions.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancel)
    {
        var law = Path.GetFullPath(result.GetValue(Folder) ?? Installation.Law);
        var coverage = CoverageFiles.Read(law);
        var only = result.GetValue(Only);
        var replay = new ReplayReader(Path.Combine(law, "replays")).Read(result.GetValue(Report)!, only);
        var data = result.GetValue(Keep) is { } keep ? Path.GetFullPath(keep) : Directory.CreateTempSubdirectory("fadu-replay-").FullName;
        var options = new FaduOptions { Data = data, Law = law };
        try
        {
            var clock = Stopwatch.StartNew();
            await FillAsync(options, replay, result.GetValue(StoreOptions.Json), cancel);
            await using var system = await FaduSystem.OpenAsync(options, TimeProvider.System, cancel);
            var compared = await ReplayComparison.CompareAsync(system, replay, coverage, only, cancel);
            var summary = ReplaySummary.Of(replay, coverage, compared, only, clock.Elapsed.TotalSeconds);
            if (result.GetValue(StoreOptions.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(summary, Options));
            }
            else
            {
                Print(summary);
            }

            return summary.Differing.Any(d => d.Reason is null) ? 1 : 0;
        }
        finally
        {
            if (result.GetValue(Keep) is null)
            {
                Directory.Delete(data, recursive: true);
            }
        }
    }

    private static async Task FillAsync(FaduOptions options, Replay replay, bool quiet, CancellationToken cancel)
    {
        if (quiet)
        {
            await ReplayComparison.FillAsync(options, replay, TimeProvider.System, null, cancel);
            return;
        }

        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask($"生成报告{replay.Report}的事项");
            await ReplayComparison.FillAsync(options, replay, TimeProvider.System, (done, all) => (task.MaxValue, task.Value) = (all, done), cancel);
        });
    }

    private static void Print(ReplaySummary summary)
    {
        if (summary.Differing.Count > 0)
        {
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumn("编号").AddColumn("数字").AddColumn(new TableColumn("印出").RightAligned()).AddColumn(new TableColumn("算出").RightAligned()).AddColumn("指标").AddColumn("原因");
            foreach (var figure in summary.Differing)
            {
                table.AddRow(Markup.Escape(figure.Id), Markup.Escape(figure.Meaning), Markup.Escape(figure.Printed), Markup.Escape(figure.Computed), Markup.Escape(figure.Measure), Markup.Escape(figure.Reason ?? ""));
            }

            AnsiConsole.Write(table);
        }

        Console.WriteLine($"报告{summary.Report}：可计算的数字{summary.Figures}个，有指标的{summary.Mapped}个，重现{summary.Reproduced}个，不一致{summary.Differing.Count}个（其中{summary.Differing.Count(d => d.Reason is not null)}个注明原因）；生成{summary.Matters}件事项，用时{summary.Seconds:F0}秒。");
    }
}
