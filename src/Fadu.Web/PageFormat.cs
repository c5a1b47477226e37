using System.Globalization;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Offices;
using Fadu.Rules.Calendar;

namespace Fadu.Web;

/// <summary>How values are written on pages: days as 2024-09-07 in lists and 2024年9月7日 in prose, offices by name.</summary>
public sealed class PageFormat(OfficeDirectory offices, District district, TimeProvider time)
{
    /// <summary>Today in China.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Name of an office.</summary>
    public string Office(string? code) => code is null ? "" : offices.Name(district.Region, code);

    /// <summary>A day in a list.</summary>
    public string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day in prose.</summary>
    public string Prose(DateOnly? day) => day is { } d ? $"{d.Year}年{d.Month}月{d.Day}日" : "";

    /// <summary>A time in a list.</summary>
    public string Time(DateTimeOffset? at) => at?.InChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
