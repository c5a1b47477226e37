using System.CommandLine;
using System.Diagnostics;
using Fadu.Core;
using Fadu.Core.Replays;
using Fadu.Core.Storage;
using Fadu.Core.Districts;
using Spectre.Console;

namespace Fadu.Cli;

/// <summary>`fadu demo`: sets up the demonstration district with a year of matters.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var ifEmpty = new Option<bool>("--if-empty") { Description = "已有数据时什么也不做" };
        var small = new Option<bool>("--small") { Description = "只生成少量事项（约百分之五）" };
        var command = new Command("demo", "建立演示区县及一年的事项") { ifEmpty, small, StoreOptions.Data, StoreOptions.Database };
        command.SetAction((result, cancel) => RunAsync(StoreOptions.Of(result), result.GetValue(ifEmpty), result.GetValue(small), cancel));
        return command;
    }

    private static async Task<int> RunAsync(FaduOptions options, bool ifEmpty, bool small, CancellationToken cancel)
    {
        if (ifEmpty && await Demonstration.IsSetUpAsync(options, cancel))
        {
            return 0;
        }

        var clock = Stopwatch.StartNew();
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
        {
            var task = progress.AddTask("生成演示事项", maxValue: 1);
            await Demonstration.CreateAsync(options, TimeProvider.System, small ? 20 : 1, (done, all) =>
            {
                task.MaxValue = all;
                task.Value = done;
            }, cancel);
        });
        Console.WriteLine($"演示数据已就绪，用时{clock.Elapsed.TotalSeconds:F0}秒。");
        foreach (var account in Demonstration.Accounts)
        {
            Console.WriteLine($"  {account.Login,-10} {Demonstration.Password}  {account.Name}（{string.Join("、", account.Titles)}）");
        }

        return 0;
    }
}
