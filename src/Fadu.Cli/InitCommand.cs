using System.CommandLine;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Replays;

namespace Fadu.Cli;

/// <summary>`fadu init`: sets up an empty store for a district.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var region = new Option<string>("--region") { Description = "行政区划代码，六位", Required = true };
        var name = new Option<string>("--name") { Description = "政府全称，例如 某某县人民政府", Required = true };
        var @short = new Option<string>("--short") { Description = "简称，例如 某某县", Required = true };
        var overlays = new Option<string[]>("--overlay") { Description = "采用的地方规定，例如 zhejiang", AllowMultipleArgumentsPerToken = true };
        var login = new Option<string>("--login") { Description = "首个账号管理员的登录名", DefaultValueFactory = _ => "admin" };
        var command = new Command("init", "为一个区县建立空的数据目录") { region, name, @short, overlays, login, StoreOptions.Data, StoreOptions.Database };
        command.SetAction(async (result, cancel) =>
        {
            var district = new District(result.GetRequiredValue(region), result.GetRequiredValue(name), result.GetRequiredValue(@short), result.GetValue(overlays) ?? [], false);
            var password = await Demonstration.InitAsync(StoreOptions.Of(result), district, result.GetRequiredValue(login), TimeProvider.System, cancel);
            Console.WriteLine($"{district.Name}已建立。账号管理员 {result.GetRequiredValue(login)}，初始密码 {password}，首次登录须修改。");
            return 0;
        });
        return command;
    }
}
