using System.Globalization;
using Fadu.Core.Measures;
using Fadu.Rules.Expressions;

namespace Fadu.Web.Workspace.Measures;

/// <summary>Period and office as they stand in the address of the pages about measures.</summary>
public sealed class MeasureLink
{
    private MeasureLink(Period period, string? office, bool below) => (Period, Office, Below) = (period, office, below);

    /// <summary>The days asked about.</summary>
    public Period Period { get; }
    /// <summary>Office, or none for all that may be seen.</summary>
    public string? Office { get; }
    /// <summary>Also the offices below it.</summary>
    public bool Below { get; }

    /// <summary>The question.</summary>
    public MeasureQuestion Question => new(Period, Office, Below);

    /// <summary>The year of the period.</summary>
    public int Year => Period.Start.Year;

    /// <summary>What part of the year: <c>Q1</c> to <c>Q4</c>, <c>01</c> to <c>12</c>, <c>free</c>, or none for the whole.</summary>
    public string Part => PeriodText.Write(Period) is var text && text.Contains("..", StringComparison.Ordinal) ? "free" : text.Length == 4 ? "" : text[4..].TrimStart('-');

    /// <summary>Reads an address; what is not a period means the year given.</summary>
    public static MeasureLink Read(IQueryCollection query, int year)
    {
        var typed = int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 1949 and <= 2200 ? given : year;
        var part = query["part"].ToString();
        var period = PeriodText.Parse($"{query["from"]}..{query["to"]}")
            ?? PeriodText.Parse(query["period"].ToString())
            ?? (part.StartsWith('Q') ? PeriodText.Parse($"{typed}{part}") : part.Length > 0 ? PeriodText.Parse($"{typed}-{part}") : null)
            ?? Period.Year(typed);
        return new(period, query["office"].ToString() is { Length: > 0 } office ? office : null, query["below"] == "1");
    }

    /// <summary>The same question about one office, of which only the own figure is meant.</summary>
    public MeasureLink Of(string office) => new(Period, office, false);

    /// <summary>An address with the question and what else it says.</summary>
    public string To(string path, params (string Name, string? Value)[] more)
    {
        List<(string Name, string? Value)> parts = [("period", PeriodText.Write(Period)), ("office", Office), ("below", Below ? "1" : null), .. more];
        return path + "?" + string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}
