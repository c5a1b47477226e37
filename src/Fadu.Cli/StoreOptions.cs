using System.CommandLine;
using Fadu.Core;

namespace Fadu.Cli;

/// <summary>Options that choose the store, shared by all commands that need one.</summary>
internal static class StoreOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "数据目录（默认：安装目录下的 data）" };
    public static readonly Option<string?> Database = new("--database") { Description = "PostgreSQL 连接串，例如 \"Host=…;Database=…\"" };
    public static readonly Option<bool> Json = new("--json") { Description = "以 JSON 输出" };

    public static FaduOptions Of(ParseResult result) => new()
    {
        Data = Path.GetFullPath(result.GetValue(Data) ?? Installation.Data),
        Database = result.GetValue(Database),
        Law = Installation.Law,
    };

    /// <summary>A command over an opened store.</summary>
    public static Command OverStore(this Command command, Func<FaduSystem, ParseResult, CancellationToken, Task<int>> run)
    {
        command.Options.Add(Data);
        command.Options.Add(Database);
        command.SetAction(async (result, cancel) =>
        {
            await using var system = await FaduSystem.OpenAsync(Of(result), TimeProvider.System, cancel, Console.Error.WriteLine);
            return await run(system, result, cancel);
        });
        return command;
    }
}
