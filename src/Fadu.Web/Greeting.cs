using Dapper;
using Fadu.Core;
using Fadu.Core.Replays;

namespace Fadu.Web;

/// <summary>What the terminal says when the host is up: the address and, for the demonstration, who may sign in.</summary>
internal static class Greeting
{
    public static async Task PrintAsync(FaduSystem system, string urls)
    {
        Console.WriteLine($"法度已启动：{urls}（按 Ctrl+C 停止）");
        if (!system.District.Demonstration)
        {
            return;
        }

        if (system.District.DaysBehind > 0)
        {
            Console.WriteLine($"演示区县的日历比今天早{system.District.DaysBehind}天，现在是{system.Time.Today():yyyy年M月d日}：事项都在那一年。");
        }

        await using var connection = await system.Database.OpenAsync();
        var grants = (await connection.QueryAsync<(string Login, string Name, string Role)>(
            "select a.login, a.name, g.role from accounts a join grants g on g.region = a.region and g.account = a.id where a.region = @Region order by a.created_at, a.login",
            new { system.District.Region })).GroupBy(g => (g.Login, g.Name));
        Console.WriteLine($"演示账号（密码均为 {Demonstration.Password}）：");
        foreach (var account in grants)
        {
            Console.WriteLine($"  {account.Key.Login,-10} {account.Key.Name}（{system.Law.RoleTitles(account.Select(g => g.Role))}）");
        }
    }
}
