using System.CommandLine;
using System.Text.Json;
using Fadu.Core;
using Fadu.Core.Imports;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;

namespace Fadu.Cli;

/// <summary>`fadu import`: takes a table of another system over.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var register = new Argument<string>("REGISTER") { Description = "事项库，例如 penalty" };
        var file = new Argument<string>("FILE") { Description = "表格文件（.xlsx .xls .et .csv）" };
        var source = new Option<string>("--source") { Description = "来源系统的名称；与外部编号一起识别同一事项", Required = true };
        var office = new Option<string?>("--office") { Description = "没有写办理单位的行属于哪个单位（代码）" };
        var validOnly = new Option<bool>("--valid-only") { Description = "有错误的行不导入，其余照常；不加时有一行错误就全部不导入" };
        var dry = new Option<bool>("--dry-run") { Description = "只检查，不写入" };
        var errors = new Option<string?>("--errors") { Description = "把有错误的行写到此 .xlsx 文件" };
        var command = new Command("import", "导入其他系统的台账") { register, file, source, office, validOnly, dry, errors, StoreOptions.Json };
        return command.OverStore((system, result, cancel) => RunAsync(system, new(
            result.GetRequiredValue(register), result.GetRequiredValue(file), result.GetRequiredValue(source), result.GetValue(office),
            result.GetValue(validOnly), result.GetValue(dry), result.GetValue(errors), result.GetValue(StoreOptions.Json)), cancel));
    }

    private static async Task<int> RunAsync(FaduSystem system, Request request, CancellationToken cancel)
    {
        var region = system.District.Region;
        if (!system.Law.Current.Has(request.Register))
        {
            throw new StoreException($"没有事项库“{request.Register}”", $"可用的有：{string.Join("、", system.Law.Current.Newest.Select(r => r.Id))}");
        }

        if (!File.Exists(request.File))
        {
            throw new StoreException($"没有文件“{request.File}”", "请核对路径");
        }

        if (request.Office is { } code && system.Offices.Find(region, code) is null)
        {
            throw new StoreException($"没有单位“{code}”", $"可用的有：{string.Join("、", system.Offices.Of(region).Select(o => o.Code))}");
        }

        var actor = Actor.System(region) with { Name = "命令行" };
        ImportRecord record;
        await using (var content = File.OpenRead(request.File))
        {
            record = await system.Imports.UploadAsync(request.Register, new(request.Source, request.Office ?? system.Offices.Of(region)[0].Code), Path.GetFileName(request.File), content, actor, cancel);
        }

        record = await system.Imports.CheckAsync(record, actor, null, cancel);
        if (record.Status == ImportStatus.Checked && !request.DryRun && (request.ValidOnly || record.Counts.Errors == 0))
        {
            record = await system.Imports.ImportAsync(record, actor, request.ValidOnly, null, cancel);
        }
        else if (record.Status == ImportStatus.Checked)
        {
            record = await system.Imports.DiscardAsync(record, cancel);
        }

        var rows = await system.Imports.Store.RowsAsync(record, "error", 0, 1000, cancel);
        if (request.Errors is { } path && rows.Count > 0)
        {
            await using var output = File.Create(path);
            await system.Imports.WriteErrorsAsync(record, output, cancel);
        }

        Print(record, rows, request.Json);
        return record.Counts.Errors > 0 || record.Status is ImportStatus.Unreadable or ImportStatus.Failed ? 1 : 0;
    }

    private static void Print(ImportRecord record, IReadOnlyList<ImportRowResult> rows, bool json)
    {
        var counts = record.Counts;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                id = record.Id,
                register = record.Register,
                source = record.Source,
                file = record.FileName,
                sm3 = record.Sm3,
                status = record.Status,
                read = counts.Read,
                added = counts.Added,
                changed = counts.Changed,
                same = counts.Same,
                errors = counts.Errors,
                findings = counts.Findings,
                seconds = record.Detail.Seconds,
                faults = record.Detail.Faults,
                notes = record.Detail.Notes,
                rows = rows.Select(r => new { row = r.Row, external = r.External, errors = r.Errors.Select(e => new { field = e.Heading, says = e.Says }) }),
            }, StateJson.Plain));
            return;
        }

        foreach (var row in rows)
        {
            foreach (var error in row.Errors)
            {
                Console.Error.WriteLine($"第{row.Row}行{error}");
            }
        }

        foreach (var fault in record.Detail.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        foreach (var note in record.Detail.Notes)
        {
            Console.WriteLine(note);
        }

        Console.WriteLine($"{ImportStatus.Title(record.Status)}：读取{counts.Read}行，新增{counts.Added}，更正{counts.Changed}，相同{counts.Same}，有错误{counts.Errors}，监督发现{counts.Findings}，用时{record.Detail.Seconds}秒。");
    }

    private sealed record Request(string Register, string File, string Source, string? Office, bool ValidOnly, bool DryRun, string? Errors, bool Json);
}
