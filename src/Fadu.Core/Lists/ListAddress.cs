using System.Globalization;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>A list as an address: what stands behind the question mark says all that the list shows.</summary>
public static class ListAddress
{
    private static readonly (LightColour Colour, string Word)[] LightWords =
        [(LightColour.Red, "red"), (LightColour.Yellow, "yellow"), (LightColour.Green, "green"), (LightColour.Grey, "grey")];

    /// <summary>Reads the address; what it names and the register does not have is left out.</summary>
    public static ListQuery Read(string register, IReadOnlyList<ListColumn> columns, TypedInputs typed)
    {
        var byName = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var sort = typed["sort"];
        var name = sort.TrimStart('-');
        var lights = LightWords.Where(l => typed.All("light").Contains(l.Word)).Select(l => l.Colour).ToList();
        if (sort.Length == 0 && lights.Any(l => l is LightColour.Red or LightColour.Yellow))
        {
            // Who asks for what is late wants the latest first, and that order has its index.
            name = sort = "next_due";
        }

        var ordered = byName.TryGetValue(name, out var by) && by.Fact.Type != ColumnType.Codes;
        return new()
        {
            Register = register,
            Columns = [.. typed.All("c").Where(byName.ContainsKey).Distinct()],
            Filters = [.. columns.SelectMany(c => Filter(c, typed))],
            Lights = lights,
            Mine = typed["mine"] == "1",
            OpenOnly = typed["open"] == "1",
            Search = typed["q"].Trim() is { Length: > 0 } words ? words : null,
            Sort = ordered ? name : "opened_on",
            Descending = !ordered || sort.StartsWith('-'),
            After = ListCursor.Parse(typed["after"]),
        };
    }

    /// <summary>Name of the input of a column's filter.</summary>
    public static string Input(string column, string part = "") => part.Length == 0 ? "f." + column : $"f.{column}.{part}";

    private static IEnumerable<ListFilter> Filter(ListColumn column, TypedInputs typed)
    {
        var input = Input(column.Name);
        var chosen = typed.All(input).Where(v => v.Length > 0).Distinct().ToList();
        switch (column.Kind)
        {
            case ListColumnKind.Office or ListColumnKind.Code when chosen.Count > 0:
                yield return new ListFilter.OneOf(column.Name, chosen);
                break;
            case ListColumnKind.YesNo when chosen.Count > 0:
                yield return new ListFilter.Is(column.Name, chosen[0] is "1" or "是");
                break;
            case ListColumnKind.Day when (Day(typed[input + ".from"]), Day(typed[input + ".to"])) is var (from, to) && (from ?? to) is not null:
                yield return new ListFilter.Days(column.Name, from, to);
                break;
            case ListColumnKind.Number when (Number(typed[input + ".min"]), Number(typed[input + ".max"])) is var (least, most) && (least ?? most) is not null:
                yield return new ListFilter.Numbers(column.Name, least, most);
                break;
            case ListColumnKind.Reference when chosen.Count > 0 && long.TryParse(chosen[0], NumberStyles.None, CultureInfo.InvariantCulture, out var matter):
                yield return new ListFilter.Refers(column.Name, matter);
                break;
            case ListColumnKind.Text when chosen.Count > 0 && chosen[0].Trim().Length > 0:
                yield return new ListFilter.Holds(column.Name, chosen[0].Trim());
                break;
            default:
                break;
        }
    }

    private static DateOnly? Day(string text) => Tables.CellParsing.Date(Tables.Cell.OfText(text)) is { HasValue: true } day ? day.Value : null;

    private static decimal? Number(string text) => Tables.CellParsing.Decimal(Tables.Cell.OfText(text)) is { HasValue: true } number ? number.Value : null;
}
