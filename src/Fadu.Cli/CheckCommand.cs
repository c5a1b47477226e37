using System.CommandLine;
using Fadu.Core;

namespace Fadu.Cli;

/// <summary>`fadu check`: 年报校核 on files and folders.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.ZeroOrMore, Description = "报告文件或文件夹（.txt .md .html .docx .xlsx .pdf）" };
        var json = new Option<bool>("--json") { Description = "每个文件输出一个 JSON 对象（位置按 Unicode 码点计）" };
        var relations = new Option<bool>("--relations") { Description = "列出全部已校核的关系，含一致的" };
        var previous = new Option<string?>("--previous") { Description = "上一年度的报告" };
        var evaluate = new Option<bool>("--evaluate") { Description = "用标注语料评测校核质量" };
        var data = new Option<string?>("--data") { Description = "数据目录：与其中同年度的定稿报告核对；与 --evaluate 合用时是标注语料的文件夹（默认为仓库旁的 shared/reports，或环境变量 FADU_SHARED）" };
        var comments = new Option<string?>("--docx") { Description = "把带批注的 Word 文档写到此文件" };
        var command = new Command("check", "年报校核：重算报告中可以重算的数字") { files, json, relations, previous, evaluate, data, StoreOptions.Database, comments };
        command.SetAction(async (result, cancel) =>
        {
            if (result.GetValue(evaluate)) return CheckEvaluation.Run(result.GetValue(data));
            var paths = result.GetValue(files) ?? [];
            if (paths.Length == 0)
            {
                Console.Error.WriteLine("请给出要校核的文件，例如：fadu check 报告.docx");
                return 2;
            }
            var request = new CheckRequest(result.GetValue(json), result.GetValue(relations), result.GetValue(previous), result.GetValue(comments));
            if (result.GetValue(data) is null && result.GetValue(StoreOptions.Database) is null) return await CheckRun.RunAsync(paths, request);
            try
            {
                var store = StoreOptions.Of(result) with { Data = Path.GetFullPath(result.GetValue(data) ?? Installation.Data) };
                await using var system = await FaduSystem.OpenAsync(store, TimeProvider.System, cancel);
                return await CheckRun.RunAsync(paths, request, text => system.Frozen.OfAsync(system.District.Region, text, cancel));
            }
            catch (StoreException error)
            {
                Console.Error.WriteLine(error.Message);
                return 2;
            }
        });
        return command;
    }
}
