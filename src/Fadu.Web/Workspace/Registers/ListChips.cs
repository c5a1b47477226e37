using Fadu.Core.Lists;
using Fadu.Core.Offices;
using Fadu.Rules.Calendar;

namespace Fadu.Web.Workspace.Registers;

/// <summary>A condition above the list and the address of the list without it.</summary>
public sealed record ListChip(string Says, string Without);

/// <summary>Says in words what a list is limited to.</summary>
public static class ListChips
{
    /// <summary>All chips of a query.</summary>
    public static IEnumerable<ListChip> Of(ListQuery query, IReadOnlyList<ListColumn> columns, ListLink link, OfficeDirectory offices, string region)
    {
        if (query.Search is { } words)
        {
            yield return new($"搜索：{words}", link.Without("q").ToString());
        }

        if (query.Lights.Count > 0)
        {
            yield return new("期限：" + string.Join("、", query.Lights.Select(Title)), link.Without("light").ToString());
        }

        if (query.Mine)
        {
            yield return new("本人承办", link.Without("mine").ToString());
        }

        if (query.OpenOnly)
        {
            yield return new("未办结", link.Without("open").ToString());
        }

        foreach (var filter in query.Filters)
        {
            var column = columns.First(c => c.Name == filter.Column);
            var input = ListAddress.Input(column.Name);
            yield return new($"{column.Fact.Title}：{Words(filter, column, offices, region)}", link.Without(input, input + ".").ToString());
        }

        if (query.Where is { } where)
        {
            yield return new(where.Says, link.Without("measure", "rule").ToString());
        }
    }

    /// <summary>Word of a light.</summary>
    public static string Title(LightColour colour) => colour switch
    {
        LightColour.Red => "■ 超期",
        LightColour.Yellow => "▲ 临期",
        LightColour.Green => "● 正常",
        _ => "Ⅱ 中止",
    };

    private static string Words(ListFilter filter, ListColumn column, OfficeDirectory offices, string region) => filter switch
    {
        ListFilter.OneOf one => string.Join("、", one.Values.Select(v => column.Kind == ListColumnKind.Office ? offices.Name(region, v) : column.Fact.Codes?.Find(v)?.Title ?? v)),
        ListFilter.Is { Yes: true } => "是",
        ListFilter.Is => "否",
        ListFilter.Days { To: null } days => $"{days.From:yyyy-MM-dd}起",
        ListFilter.Days { From: null } days => $"至{days.To:yyyy-MM-dd}止",
        ListFilter.Days days => $"{days.From:yyyy-MM-dd}至{days.To:yyyy-MM-dd}",
        ListFilter.Numbers { Most: null } numbers => $"{numbers.Least}以上",
        ListFilter.Numbers { Least: null } numbers => $"{numbers.Most}以下",
        ListFilter.Numbers numbers => $"{numbers.Least}至{numbers.Most}",
        ListFilter.Holds holds => $"含“{holds.Part}”",
        _ => "指定事项",
    };
}
