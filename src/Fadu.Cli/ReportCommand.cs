using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fadu.Core;
using Fadu.Core.Documents;
using Fadu.Core.Matters;
using Fadu.Core.Reports;

namespace Fadu.Cli;

/// <summary>`fadu report`: the annual report from the records.</summary>
internal static class ReportCommand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Create() => new("report", "编写法治政府建设年度报告") { Build(), Freeze() };

    private static Command Build()
    {
        var year = Year();
        var template = Template();
        var output = new Option<string?>("--out") { Description = "写到这个 .docx 文件" };
        return new Command("build", "按模板汇总数字，生成报告") { year, template, output, StoreOptions.Json }.OverStore(async (system, result, cancel) =>
        {
            var report = await PlanAsync(system, result.GetValue(template)!, result.GetValue(year), cancel);
            if (report is null)
            {
                return 1;
            }

            var composed = await system.Reports.ComposeAsync(report, system.District.Region, lists: true, placeholders: false, cancel);
            if (result.GetValue(output) is { } path)
            {
                await using var file = File.Create(path);
                GbDocxWriter.Write(composed.Document, file);
            }

            if (result.GetValue(StoreOptions.Json))
            {
                Console.WriteLine(new JsonObject { ["title"] = composed.Title, ["year"] = report.Year, ["template"] = report.Template, ["figures"] = ReportJson.Figures(composed.Figures) }.ToJsonString(Plain));
            }
            else if (result.GetValue(output) is { } written)
            {
                Console.WriteLine($"{composed.Title}：{composed.Figures.Count}个数字，{composed.Missing.Count}段文字待补，已写到 {Path.GetFullPath(written)}。");
            }
            else
            {
                Console.Write(PlainText.Of(composed.Document));
            }

            return 0;
        });
    }

    private static Command Freeze()
    {
        var year = Year();
        var template = Template();
        var reason = new Option<string>("--reason") { Description = "校核发现矛盾仍要定稿的理由", DefaultValueFactory = _ => "" };
        return new Command("freeze", "定稿：保存正文、数字和数字背后的事项，写入留痕账本") { year, template, reason, StoreOptions.Json }.OverStore(async (system, result, cancel) =>
        {
            var actor = Actor.System(system.District.Region);
            var report = await PlanAsync(system, result.GetValue(template)!, result.GetValue(year), cancel);
            if (report is null)
            {
                return 1;
            }

            if (report.Id.Length == 0)
            {
                var created = await system.Reports.CreateAsync(report.Template, report.Year, "", actor, cancel);
                if (created.Problem is not null)
                {
                    return Refuse(created.Problem);
                }

                report = (await system.Reports.FindAsync(actor.Region, created.Id!, cancel))!;
            }

            var outcome = await system.Freezer.FreezeAsync(report.Id, report.Version, result.GetValue(reason)!, actor, cancel);
            if (outcome.Problem is not null)
            {
                return Refuse(outcome.Problem);
            }

            var snapshot = (await system.Snapshots.FindAsync(actor.Region, outcome.Id!, cancel))!;
            Console.WriteLine(result.GetValue(StoreOptions.Json)
                ? new JsonObject
                {
                    ["snapshot"] = snapshot.Head.Id,
                    ["title"] = snapshot.Head.Title,
                    ["sm3"] = snapshot.Head.Sm3,
                    ["law"] = snapshot.Head.Law,
                    ["checkpoint"] = new JsonObject { ["size"] = snapshot.Head.CheckpointSize, ["root"] = snapshot.Head.CheckpointRoot },
                    ["figures"] = ReportJson.Figures(snapshot.Figures),
                }.ToJsonString(Plain)
                : $"已定稿：{snapshot.Head.Title}（{snapshot.Head.Id}），{snapshot.Figures.Count}个数字，正文摘要 {snapshot.Head.Sm3}，账本检查点 {snapshot.Head.CheckpointSize} 条。");
            return 0;
        });
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }

    private static Option<int> Year() => new("--year") { Description = "报告年度", Required = true };

    private static Option<string> Template() => new("--template") { Description = "报告模板（law/reports 下的文件名）", DefaultValueFactory = _ => "county" };

    private static async Task<Report?> PlanAsync(FaduSystem system, string template, int year, CancellationToken cancel)
    {
        if (system.Law.Current.ReportTemplates.ContainsKey(template))
        {
            return await system.Reports.FindOrPlanAsync(system.District.Region, template, year, cancel);
        }

        Console.Error.WriteLine($"没有“{template}”这个报告模板。可用的模板：{string.Join("、", system.Law.Current.ReportTemplates.Keys)}。");
        return null;
    }
}
