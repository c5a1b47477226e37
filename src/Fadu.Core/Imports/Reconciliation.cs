using System.Data.Common;
using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Core.Tables;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>One thing in which a source system and this store differ.</summary>
/// <param name="Kind">只有对方, 只有本平台 or 不一致.</param>
/// <param name="Key">External number, or office and period.</param>
/// <param name="What">What is compared.</param>
public sealed record Difference(string Kind, string Key, string What, string Theirs, string Ours, long? Matter);

/// <summary>What a comparison found.</summary>
/// <param name="Compared">Lines of theirs that were compared.</param>
public sealed record ReconcileResult(int Compared, int Agreeing, IReadOnlyList<Difference> Differences, IReadOnlyList<string> Faults);

/// <summary>Compares what a source system says with what stands here: a full list by external number, or totals by office and period.</summary>
public sealed class Reconciliation(Database database, LawStore law, OfficeDirectory offices)
{
    /// <summary>Columns of a list that are compared where the file has them.</summary>
    public static IReadOnlyList<string> ListHeadings { get; } = ["外部编号", "编号", "办理单位", "状态", "登记日期", "办结日期"];

    /// <summary>Columns of totals.</summary>
    public static IReadOnlyList<string> TotalHeadings { get; } = ["单位", "期间", "登记数", "办结数"];

    /// <summary>Compares an uploaded table: a list where it has the column 外部编号, totals otherwise.</summary>
    /// <param name="year">Only matters opened in this year are expected in the list; none = all.</param>
    public async Task<ReconcileResult> CompareAsync(Stream file, string register, string source, int? year, Actor actor, CancellationToken cancel = default)
    {
        try
        {
            using var list = TableReader.Open(file, new() { ExpectedHeadings = ["外部编号"] });
            return await new ReconcileList(database, law, offices, actor).CompareAsync(list, register, source, year, cancel);
        }
        catch (TableReadException)
        {
            file.Position = 0;
        }

        try
        {
            using var totals = TableReader.Open(file, new() { ExpectedHeadings = ["单位", "期间"] });
            List<string> faults = [];
            var lines = totals.Rows().Select(r => Line($"第{r.Number}行", r["单位"], r["期间"], r["登记数"], r["办结数"], actor.Region, faults)).OfType<TotalLine>().ToList();
            return await TotalsAsync(lines, faults, register, source, actor, cancel);
        }
        catch (TableReadException error)
        {
            return new(0, 0, [], [$"{error.Message}清单要有“外部编号”列；合计要有“单位”“期间”和“登记数”“办结数”列"]);
        }
    }

    /// <summary>Compares totals as typed: one line each, office, period, opened, closed, parted by tab or comma.</summary>
    public Task<ReconcileResult> CompareTypedAsync(string typed, string register, string source, Actor actor, CancellationToken cancel = default)
    {
        List<string> faults = [];
        List<TotalLine> lines = [];
        foreach (var (index, text) in typed.Split('\n', StringSplitOptions.TrimEntries).Index())
        {
            if (text.Length == 0 || text.StartsWith("单位", StringComparison.Ordinal))
            {
                continue;
            }

            var cells = text.Split(['\t', ',', '，'], StringSplitOptions.TrimEntries);
            Cell At(int i) => i < cells.Length ? Cell.OfText(cells[i]) : Cell.Empty;
            if (Line($"第{index + 1}行", At(0), At(1), At(2), At(3), actor.Region, faults) is { } line)
            {
                lines.Add(line);
            }
        }

        return TotalsAsync(lines, faults, register, source, actor, cancel);
    }

    private async Task<ReconcileResult> TotalsAsync(List<TotalLine> lines, List<string> faults, string register, string source, Actor actor, CancellationToken cancel)
    {
        List<Difference> differences = [];
        var compared = 0;
        await using var connection = await database.OpenAsync(cancel);
        foreach (var line in lines)
        {
            if (!actor.Covers(line.Office, null))
            {
                faults.Add($"{line.Place}：“{offices.Name(actor.Region, line.Office)}”不在您的管理范围内");
                continue;
            }

            foreach (var (column, what, theirs) in new[] { ("opened_on", "登记数", line.Opened), ("closed_on", "办结数", line.Closed) })
            {
                if (theirs is not { } given)
                {
                    continue;
                }

                compared++;
                var ours = await CountAsync(connection, column, line, register, source, actor.Region, cancel);
                if (ours != given)
                {
                    differences.Add(new("不一致", $"{offices.Name(actor.Region, line.Office)} {line.Period}", what, Text(given), Text(ours), null));
                }
            }
        }

        return new(compared, compared - differences.Count, differences, faults);
    }

    private async Task<long> CountAsync(DbConnection connection, string column, TotalLine line, string register, string source, string region, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from matters where region = @region and register = @register and office = @office and {column} between @from and @to"
            + (source.Length > 0 ? " and source = @source" : "");
        Bind(command, ("region", region), ("register", register), ("office", line.Office), ("from", line.From), ("to", line.To));
        if (source.Length > 0)
        {
            Bind(command, ("source", source));
        }

        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private void Bind(DbCommand command, params (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, database.Value(value));
            command.Parameters.Add(parameter);
        }
    }

    private TotalLine? Line(string place, Cell office, Cell period, Cell opened, Cell closed, string region, List<string> faults)
    {
        var name = CellParsing.Text(office);
        var code = name.HasValue ? offices.FindByName(region, name.Value)?.Code ?? offices.Of(region).FirstOrDefault(o => o.Abbr == name.Value)?.Code : null;
        var (days, text) = Days(period);
        var (theirsOpened, theirsClosed) = (CellParsing.WholeNumber(opened), CellParsing.WholeNumber(closed));
        var fault = code is null ? $"单位表中没有“{office.Text}”，请填全称或者代码"
            : days is null ? $"“{period.Text}”不是期间，请填 2024 或者 2024-05 的样子"
            : theirsOpened.Error ?? theirsClosed.Error ?? (theirsOpened.HasValue || theirsClosed.HasValue ? null : "没有填写登记数或者办结数");
        if (fault is not null)
        {
            faults.Add($"{place}：{fault}");
            return null;
        }

        return new(place, code!, text, days!.Value.From, days.Value.To, theirsOpened.HasValue ? theirsOpened.Value : null, theirsClosed.HasValue ? theirsClosed.Value : null);
    }

    private static ((DateOnly From, DateOnly To)? Days, string Text) Days(Cell cell)
    {
        var text = CellText.HalfWidth(CellParsing.Text(cell).Value ?? "").Replace("年度", "", StringComparison.Ordinal).TrimEnd('年', '月').Replace('年', '-').Replace('.', '-').Replace('/', '-');
        var parts = text.Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1950 or > 2199)
        {
            return (null, text);
        }

        if (parts.Length == 1)
        {
            return ((new(year, 1, 1), new(year, 12, 31)), $"{year}年");
        }

        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? ((new(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1)), $"{year}年{month}月") : (null, text);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record TotalLine(string Place, string Office, string Period, DateOnly From, DateOnly To, long? Opened, long? Closed);
}
