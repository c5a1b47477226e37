using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fadu.Core;
using Fadu.Core.Law;
using Fadu.Rules.Registers;
using Fadu.Rules.WorkedCases;

namespace Fadu.Cli;

/// <summary>`fadu law check|list|coverage`: the definitions as such, without any store.</summary>
public static class LawCommand
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The command with its two verbs.</summary>
    public static Command Create()
    {
        var folder = new Option<string?>("--law") { Description = "制度定义所在的文件夹（默认：安装目录下的 law）" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出" };
        var check = new Command("check", "严格装载全部定义（含各地区叠加层），并运行全部案例") { folder, json };
        check.SetAction(result => Check(Folder(result.GetValue(folder)), result.GetValue(json)));
        var list = new Command("list", "列出全部事项、指标、监督规则、期限和关口") { folder, json };
        list.SetAction(result => List(Folder(result.GetValue(folder)), result.GetValue(json)));
        return new Command("law", "制度定义") { check, list, CoverageCommand.Create(folder, json, Folder) };
    }

    private static int Check(string folder, bool json)
    {
        var result = LawCheck.Run(LawFolder.Read(folder));
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { result.Ok, Registers = result.Law?.Registers.Count, result.Law?.Hash, result.Cases, result.Overlays, result.Errors }, Json));
            return result.Ok ? 0 : 1;
        }

        foreach (var error in result.Errors)
        {
            Console.Error.WriteLine(error);
        }

        if (!result.Ok)
        {
            Console.Error.WriteLine($"{folder}：{result.Errors.Count} 处错误。");
            return 1;
        }

        var law = result.Law!;
        Console.WriteLine($"{law.Newest.Count} 个事项（{law.Registers.Count} 个版本）、{law.Measures.Count} 项指标、{law.SupervisionRules.Count} 条监督规则、"
            + $"{law.Statutes.All.Count} 部依据、{law.CodeLists.Count} 个代码表、{law.ReportTemplates.Count} 个报告模板，叠加层：{string.Join("、", result.Overlays.DefaultIfEmpty("无"))}。");
        Console.WriteLine($"{result.Cases} 个案例全部相符。摘要 {law.Hash}");
        return 0;
    }

    private static int List(string folder, bool json)
    {
        var result = Rules.Registers.Loading.LawLoader.Load(LawFolder.Read(folder), []);
        if (!result.Ok)
        {
            foreach (var error in result.Errors)
            {
                Console.Error.WriteLine(error);
            }

            return 1;
        }

        var items = LawItem.Of(result.Law).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(items, Json));
            return 0;
        }

        foreach (var item in items)
        {
            Console.WriteLine(string.Join('\t', item.Kind, item.Id, item.Title, item.Unit, item.InForce, item.Basis));
        }

        return 0;
    }

    private static string Folder(string? given) => given ?? Installation.Law;
}

/// <summary>One definition as listed.</summary>
/// <param name="InForce">First day of the register version; none for measures and rules, which hold for all versions.</param>
internal sealed record LawItem(string Kind, string Id, string Title, string? Register, string? Unit, string Basis, DateOnly? InForce)
{
    public static IEnumerable<LawItem> Of(Law law)
    {
        foreach (var register in law.Registers)
        {
            yield return new("register", register.Id, register.Title, register.Id, null, law.Cite(new([new(register.Statute, "")], false)), register.InForce);
            foreach (var clock in register.Clocks)
            {
                yield return new("clock", $"{register.Id}.{clock.Id}", clock.Title, register.Id, null, law.Cite(clock.Basis), register.InForce);
            }

            foreach (var gate in register.Gates)
            {
                yield return new("gate", $"{register.Id}.{gate.Id}", gate.Says, register.Id, null, law.Cite(gate.Basis), register.InForce);
            }
        }

        foreach (var measure in law.Measures.Values)
        {
            yield return new("measure", measure.Id, measure.Title, measure.Register.Length > 0 ? measure.Register : null, measure.Unit, law.Cite(measure.Basis), null);
        }

        foreach (var rule in law.SupervisionRules.Values)
        {
            yield return new("rule", rule.Id, rule.Title, rule.Register, null, law.Cite(rule.Basis), null);
        }
    }
}
