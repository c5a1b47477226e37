using System.Data.Common;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Core.Tables;

namespace Fadu.Core.Imports;

/// <summary>Compares a full list of a source system, by external number.</summary>
internal sealed class ReconcileList(Database database, LawStore law, OfficeDirectory offices, Actor actor)
{
    private readonly List<Difference> differences = [];
    private readonly List<string> faults = [];

    public async Task<ReconcileResult> CompareAsync(TableReader list, string register, string source, int? year, CancellationToken cancel)
    {
        var theirs = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var row in list.Rows())
        {
            Read(row, theirs);
        }

        var compared = theirs.Count;
        await using var connection = await database.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select id, external, number, office, handler, status, opened_on, closed_on from matters where region = @region and register = @register and source = @source and external is not null order by external";
        foreach (var (name, value) in new[] { ("region", actor.Region), ("register", register), ("source", source) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var matter = Ours.Read(rows);
            if (!actor.Covers(matter.Office, matter.Handler))
            {
                theirs.Remove(matter.External);
            }
            else if (theirs.Remove(matter.External, out var line))
            {
                Compare(matter, line);
            }
            else if (year is null || matter.OpenedOn?.Year == year)
            {
                differences.Add(new("只有本平台", matter.External, "事项", "", matter.Number ?? "", matter.Id));
            }
        }

        differences.AddRange(theirs.Keys.Select(key => new Difference("只有对方", key, "事项", theirs[key].GetValueOrDefault("编号", ""), "", null)));
        var differing = differences.Where(d => d.Kind != "只有本平台").Select(d => d.Key).Distinct().Count();
        return new(compared, compared - differing, differences, faults);
    }

    private void Read(TableRow row, Dictionary<string, Dictionary<string, string>> theirs)
    {
        var key = CellParsing.Code(row["外部编号"]);
        if (!key.HasValue)
        {
            faults.Add($"第{row.Number}行“外部编号”：{key.Error ?? "没有填写"}");
            return;
        }

        Dictionary<string, string> line = new(StringComparer.Ordinal);
        foreach (var heading in Reconciliation.ListHeadings.Skip(1).Where(h => row.Header.IndexOf(h) >= 0))
        {
            var isDay = heading.EndsWith("日期", StringComparison.Ordinal);
            var day = isDay ? CellParsing.Date(row[heading]) : default;
            var text = isDay ? default : CellParsing.Text(row[heading]);
            if ((isDay ? day.Error : text.Error) is { } error)
            {
                faults.Add($"第{row.Number}行“{heading}”：{error}");
                continue;
            }

            line[heading] = isDay ? (day.HasValue ? Day(day.Value) : "") : text.Value ?? "";
        }

        if (!theirs.TryAdd(key.Value, line))
        {
            faults.Add($"第{row.Number}行：外部编号“{key.Value}”重复，只比较第一次出现的");
        }
    }

    private void Compare(Ours matter, Dictionary<string, string> line)
    {
        var statuses = law.Current.CodeLists["matter-status"];
        One("编号", matter.Number ?? "", text => text);
        One("办理单位", offices.Name(actor.Region, matter.Office), text => offices.FindByName(actor.Region, text)?.Name ?? text);
        One("状态", statuses.Find(matter.Status)?.Title ?? matter.Status, text => statuses.Codes.FirstOrDefault(c => c.Title == text || c.Aliases.Contains(text))?.Title ?? text);
        One("登记日期", matter.OpenedOn is { } opened ? Day(opened) : "", text => text);
        One("办结日期", matter.ClosedOn is { } closed ? Day(closed) : "", text => text);

        void One(string what, string ours, Func<string, string> read)
        {
            if (line.TryGetValue(what, out var given) && read(given) != ours)
            {
                differences.Add(new("不一致", matter.External, what, given, ours, matter.Id));
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Ours(long Id, string External, string? Number, string Office, string? Handler, string Status, DateOnly? OpenedOn, DateOnly? ClosedOn)
    {
        public static Ours Read(DbDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5),
            ColumnValues.Day(row.GetValue(6)), ColumnValues.Day(row.GetValue(7)));
    }
}
