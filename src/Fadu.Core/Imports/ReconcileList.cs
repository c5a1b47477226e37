using System.Data.Common;
using Dapper;
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
        var ours = connection.QueryUnbufferedAsync<Ours>(
            "select id, external, number, office, handler, status, opened_on, closed_on from matters where region = @region and register = @register and source = @source order by external",
            new { actor.Region, register, source });
        await foreach (var matter in ours.WithCancellation(cancel))
        {
            if (!actor.Covers(matter.office, matter.handler))
            {
                theirs.Remove(matter.external);
            }
            else if (theirs.Remove(matter.external, out var line))
            {
                Compare(matter, line);
            }
            else if (year is null || ColumnValues.Day(matter.opened_on)?.Year == year)
            {
                differences.Add(new("只有本平台", matter.external, "事项", "", matter.number ?? "", matter.id));
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
        One("编号", matter.number ?? "", text => text);
        One("办理单位", offices.Name(actor.Region, matter.office), text => offices.FindByName(actor.Region, text)?.Name ?? text);
        One("状态", statuses.Find(matter.status)?.Title ?? matter.status, text => statuses.Codes.FirstOrDefault(c => c.Title == text || c.Aliases.Contains(text))?.Title ?? text);
        One("登记日期", ColumnValues.Day(matter.opened_on) is { } opened ? Day(opened) : "", text => text);
        One("办结日期", ColumnValues.Day(matter.closed_on) is { } closed ? Day(closed) : "", text => text);

        void One(string what, string ours, Func<string, string> read)
        {
            if (line.TryGetValue(what, out var given) && read(given) != ours)
            {
                differences.Add(new("不一致", matter.external, what, given, ours, matter.id));
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Ours
    {
        public long id { get; set; }
        public string external { get; set; } = "";
        public string? number { get; set; }
        public string office { get; set; } = "";
        public string? handler { get; set; }
        public string status { get; set; } = "";
        public object? opened_on { get; set; }
        public object? closed_on { get; set; }
    }
}
