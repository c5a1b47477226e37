using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;

namespace Fadu.Core.Matters;

/// <summary>Hands out numbers without gaps: the series advances in the transaction that uses the number.</summary>
public static partial class Numbering
{
    /// <summary>Fills a pattern: <c>{office.abbr}</c>, <c>{year}</c>, <c>{seq}</c>, <c>{seq:4}</c> (padded).</summary>
    /// <remarks>A series is what the pattern gives without the year and the sequence, so each office and kind counts for itself.</remarks>
    public static async Task<string> NextAsync(DbConnection connection, DbTransaction transaction, string region, string pattern, string officeAbbr, DateOnly on)
    {
        var series = pattern.Replace("{office.abbr}", officeAbbr, StringComparison.Ordinal);
        var last = await connection.QuerySingleAsync<long>(
            "insert into numbers(region, series, year, last) values (@region, @series, @year, 1) on conflict (region, series, year) do update set last = numbers.last + 1 returning last",
            new { region, series, year = on.Year }, transaction);
        var text = series.Replace("{year}", on.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Sequence().Replace(text, m => last.ToString(m.Groups[1].Success ? "D" + m.Groups[1].Value : "D", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\{seq(?::(\d))?\}")]
    private static partial Regex Sequence();
}
