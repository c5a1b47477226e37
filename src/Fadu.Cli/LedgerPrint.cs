using System.Text.Encodings.Web;
using System.Text.Json;
using Fadu.Core.Ledger;
using Fadu.Rules.Ledger;
using Spectre.Console;

namespace Fadu.Cli;

/// <summary>How results of the ledger are written.</summary>
internal static class LedgerPrint
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(LedgerReport report, TimeSpan took, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                Sound = report.IsSound,
                report.Entries,
                report.Unsealed,
                report.Leaves,
                report.Checkpoints,
                report.Rows,
                report.Files,
                report.FaultCount,
                Faults = report.Faults.Select(f => new { Kind = (int)f.Kind, Title = LedgerFault.Title(f.Kind), f.Matter, f.Sequence, f.Sentence }),
                Seconds = Math.Round(took.TotalSeconds, 2),
            }, Readable));
            return;
        }

        foreach (var fault in report.Faults)
        {
            Console.WriteLine(fault.Sentence);
        }

        if (report.FaultCount > report.Faults.Count)
        {
            Console.WriteLine($"……另有 {report.FaultCount - report.Faults.Count} 处未列出。");
        }

        Console.WriteLine($"{report.Summary}用时 {took.TotalSeconds:F1} 秒。");
    }

    public static int Write(ProofResult result, bool json)
    {
        Console.WriteLine(json ? JsonSerializer.Serialize(new { result.Holds, Verdict = (int)result.Verdict, result.Sentence }, Readable) : result.Sentence);
        return result.Holds ? 0 : 1;
    }

    public static int Fault(string says)
    {
        Console.Error.WriteLine(says);
        return 2;
    }

    /// <summary>Shows how far it is on a terminal; elsewhere it is silent.</summary>
    public static async Task<T> WithProgressAsync<T>(Func<IProgress<VerifyProgress>?, Task<T>> work)
    {
        if (Console.IsOutputRedirected)
        {
            return await work(null);
        }

        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            Dictionary<string, ProgressTask> tasks = [];
            return await work(new Direct(now =>
            {
                if (!tasks.TryGetValue(now.Stage, out var task))
                {
                    tasks[now.Stage] = task = context.AddTask(now.Stage);
                }

                (task.MaxValue, task.Value) = (Math.Max(1, now.Total), now.Done);
            }));
        });
    }

    private sealed class Direct(Action<VerifyProgress> show) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => show(value);
    }
}
