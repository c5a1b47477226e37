using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fadu.Core;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;

namespace Fadu.Cli;

/// <summary>`fadu export`: writes a register as XLSX or CSV.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var register = new Argument<string>("REGISTER") { Description = "事项库，例如 penalty" };
        var output = new Option<string>("--out") { Description = "输出文件，.xlsx 或者 .csv", Required = true };
        var period = new Option<string?>("--period") { Description = "登记年度或者月份，例如 2024 或者 2024-05" };
        var office = new Option<string?>("--office") { Description = "单位代码" };
        var all = new Option<bool>("--all") { Description = "导出全部列（默认只导出列表的列）" };
        var unmask = new Option<string?>("--unmask") { Description = "不隐去个人信息，须写明理由；读取会记入审计" };
        return new Command("export", "导出台账") { register, output, period, office, all, unmask, StoreOptions.Json }.OverStore((system, result, cancel) => RunAsync(
            system, result.GetRequiredValue(register), result.GetRequiredValue(output), result.GetValue(period), result.GetValue(office), result.GetValue(all), result.GetValue(unmask), result.GetValue(StoreOptions.Json), cancel));
    }

    private static async Task<int> RunAsync(
        FaduSystem system, string id, string path, string? period, string? office, bool all, string? reason, bool json, CancellationToken cancel)
    {
        if (!system.Law.Current.Has(id))
        {
            throw new StoreException($"没有事项库“{id}”", $"可用的有：{string.Join("、", system.Law.Current.Newest.Select(r => r.Id))}");
        }

        if (office is not null && system.Offices.Find(system.District.Region, office) is null)
        {
            throw new StoreException($"没有单位“{office}”", $"可用的有：{string.Join("、", system.Offices.Of(system.District.Region).Select(o => o.Code))}");
        }

        var actor = Actor.System(system.District.Region) with { Name = "命令行" };
        var register = system.Law.Current.Latest(id);
        if (reason is not null)
        {
            await new PersonalDataReads(system.Database, system.Time).NoteAsync(actor, null, $"导出：{register.Title}", reason, cancel);
        }

        int rows;
        var known = ListColumns.Of(system.Law.Current, id);
        List<ListColumn> columns = all ? [.. known] : [.. ListColumns.Defaults(register).Select(n => known.FirstOrDefault(c => c.Name == n)).OfType<ListColumn>()];
        List<string> names = [.. columns.Select(c => c.Name)];
        var query = new ListQuery { Register = id, Columns = [.. names, .. FactWords.NeededFor(register, names)], Filters = Filters(period, office), Descending = false };
        var words = new FactWords(register, system.Offices, actor.Region, masked: reason is null);
        var list = system.Lists.StreamAsync(query, actor, cancel);
        await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        {
            rows = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? await ListExport.WriteCsvAsync(file, columns, words, list, cancel)
                : await ListExport.WriteAsync(file, register.Title + "台账", $"{system.District.Name}　{system.Time.Now():yyyy-MM-dd HH:mm}导出", columns, words, list, cancel);
        }

        Console.WriteLine(json ? JsonSerializer.Serialize(new { register = id, file = path, rows }, StateJson.Plain) : $"已导出{rows}行到{path}。");
        return 0;
    }

    private static IReadOnlyList<ListFilter> Filters(string? period, string? office)
    {
        List<ListFilter> filters = [];
        if (Days(period) is ({ } from, { } to))
        {
            filters.Add(new ListFilter.Days("opened_on", from, to));
        }

        if (office is not null)
        {
            filters.Add(new ListFilter.OneOf("office", [office]));
        }

        return filters;
    }

    private static (DateOnly? From, DateOnly? To) Days(string? period)
    {
        if (period is null)
        {
            return (null, null);
        }

        if (period.Length == 4 && int.TryParse(period, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200)
        {
            return (new(year, 1, 1), new(year, 12, 31));
        }

        return DateOnly.TryParseExact(period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? (month, month.AddMonths(1).AddDays(-1))
            : throw new StoreException($"“{period}”不是年度或者月份", "请写成 2024 或者 2024-05");
    }
}
