namespace Fadu.Rules.Expressions;

/// <summary>The days a measure asks about, both ends included.</summary>
/// <param name="Title">As printed, e.g. 2024年.</param>
public sealed record Period(DateOnly Start, DateOnly End, string Title)
{
    /// <summary>A calendar year.</summary>
    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31), $"{year}年");

    /// <summary>A quarter, 1 to 4.</summary>
    public static Period Quarter(int year, int quarter)
    {
        var start = new DateOnly(year, quarter * 3 - 2, 1);
        return new(start, start.AddMonths(3).AddDays(-1), $"{year}年第{"一二三四"[quarter - 1]}季度");
    }

    /// <summary>A month, 1 to 12.</summary>
    public static Period Month(int year, int month)
    {
        var start = new DateOnly(year, month, 1);
        return new(start, start.AddMonths(1).AddDays(-1), $"{year}年{month}月");
    }

    /// <summary>Any days.</summary>
    public static Period Between(DateOnly start, DateOnly end) =>
        new(start, end, $"{start.Year}年{start.Month}月{start.Day}日至{end.Year}年{end.Month}月{end.Day}日");

    /// <summary>The same days one year before; a whole month stays a whole month.</summary>
    public Period Previous() => this switch
    {
        _ when this == Year(Start.Year) => Year(Start.Year - 1),
        _ when this == Month(Start.Year, Start.Month) => Month(Start.Year - 1, Start.Month),
        _ when this == Quarter(Start.Year, (Start.Month + 2) / 3) => Quarter(Start.Year - 1, (Start.Month + 2) / 3),
        _ => Between(Start.AddYears(-1), End.AddYears(-1)),
    };

    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= Start && day <= End;
}
