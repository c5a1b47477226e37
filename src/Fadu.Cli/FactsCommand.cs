using System.CommandLine;
using Fadu.Core;

namespace Fadu.Cli;

/// <summary>`fadu facts rebuild`: computes the facts that measures and lists read again from the matters.</summary>
internal static class FactsCommand
{
    private static readonly Option<string?> Register = new("--register") { Description = "只重新计算这一类事项（默认：全部）" };

    public static Command Create() => new("facts", "统计数据")
    {
        new Command("rebuild", "由事项重新计算统计数据和期限；定义有变化的在启动时已自动计算") { Register }.OverStore(RebuildAsync),
    };

    private static async Task<int> RebuildAsync(FaduSystem system, ParseResult result, CancellationToken cancel)
    {
        if (result.GetValue(Register) is { } named && !system.Law.Current.Has(named))
        {
            Console.Error.WriteLine($"没有事项“{named}”。./fadu law list 列出全部事项的标识。");
            return 1;
        }

        IReadOnlyList<string> registers = result.GetValue(Register) is { } one ? [one] : [.. system.Law.Current.Newest.Select(r => r.Id)];
        var count = await system.FactUpkeep.RebuildAsync(registers, Console.Error.WriteLine, cancel);
        Console.WriteLine($"已重新计算 {count} 件事项的统计数据。");
        return 0;
    }
}
