using System.CommandLine;
using System.Text.Json;
using Fadu.Core;

namespace Fadu.Cli;

/// <summary>`fadu supervise`: records lapsed limits and asks every supervision rule, as the web host does each day.</summary>
internal static class SuperviseCommand
{
    public static Command Create() => new Command("supervise", "运行全部监督规则") { StoreOptions.Json }.OverStore(RunAsync);

    private static async Task<int> RunAsync(FaduSystem system, ParseResult result, CancellationToken cancel)
    {
        var run = await system.Supervision.RunAsync(system.District.Region, cancel);
        if (result.GetValue(StoreOptions.Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                raised = run.Raised,
                resolved = run.Resolved,
                lapsed = run.Lapsed,
                seconds = Math.Round(run.Took.TotalSeconds, 3),
                rules = run.Rules.Select(r => new { id = r.Rule.Id, hits = r.Hits, raised = r.Raised, resolved = r.Resolved }),
            }));
            return 0;
        }

        foreach (var rule in run.Rules.Where(r => r.Hits > 0))
        {
            Console.WriteLine($"{rule.Rule.Id,-40} {rule.Hits,6} 件，其中新发现 {rule.Raised} 件　{rule.Rule.Title}");
        }

        Console.WriteLine($"共 {run.Rules.Count} 条规则，新发现 {run.Raised} 件，自行消除 {run.Resolved} 件，期限届满办理 {run.Lapsed} 件，用时 {run.Took.TotalSeconds:F1} 秒。");
        return 0;
    }
}
