using System.Globalization;
using System.Text.RegularExpressions;

namespace Fadu.Core.Tables;

public static partial class CellParsing
{
    private const string DateAdvice = "不是有效日期，请填 2026-09-07 的样子";
    private static readonly DateOnly Earliest = new(1900, 3, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>A date as Excel stores it (serial) or as people type it: 2026.9.7, 2026年9月7日, 20260907, 2026-9-7, 2026/9/7, 二〇二六年九月七日; a time of day behind it is dropped.</summary>
    public static CellResult<DateOnly> Date(Cell cell)
    {
        var moment = Moment(cell);
        return moment.HasValue ? CellResult<DateOnly>.Of(DateOnly.FromDateTime(moment.Value)) : moment.As<DateOnly>();
    }

    /// <summary>A date with an optional time of day behind it (14:30, 14:30:05, 14时30分).</summary>
    public static CellResult<DateTime> Moment(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty: return CellResult<DateTime>.Empty;
            case CellKind.Error: return FormulaError<DateTime>(cell);
            case CellKind.Date: return FromSerial(cell);
            case CellKind.Number: return FromNumber(cell);
            case CellKind.Boolean or CellKind.Percent: return Unreadable<DateTime>(cell.Text, DateAdvice);
        }
        var text = CellText.Clean(cell.Text);
        if (CellText.MeansNothing(text)) return CellResult<DateTime>.Empty;
        return FromText(text);
    }

    private static CellResult<DateTime> FromText(string text)
    {
        var plain = CellText.HalfWidth(text).Replace('。', '.').Replace('．', '.').Replace('—', '-').Replace('–', '-');
        if (ChineseDate().Match(plain) is { Success: true } chinese) return FromChinese(text, chinese);
        var m = TypedDate().Match(plain);
        if (!m.Success) m = CompactDate().Match(plain);
        if (!m.Success) return Unreadable<DateTime>(text, Hint(plain));
        return Build(text, Int(m, "y"), Int(m, "m"), Int(m, "d"), Int(m, "h"), Int(m, "n"), Int(m, "s"));
    }

    private static string Hint(string plain) =>
        YearMonth().IsMatch(plain) ? "缺少日，请填 2026-09-07 的样子"
        : ShortYear().IsMatch(plain) ? "的年份不是四位，请填 2026-09-07 的样子"
        : DateAdvice;

    private static CellResult<DateTime> FromNumber(Cell cell)
    {
        var number = cell.Number;
        if (number == Math.Truncate(number) && number is >= 19000101 and <= 21991231)
        {
            var n = (int)number;
            return Build(NumberText(cell), n / 10000, n / 100 % 100, n % 100, 0, 0, 0);
        }
        return number is >= 10_000 and < 110_000 ? FromSerial(cell) : Unreadable<DateTime>(NumberText(cell), Hint(NumberText(cell)));
    }

    private static CellResult<DateTime> FromSerial(Cell cell)
    {
        if (cell.Number is < 61 or >= 110_000) return Unreadable<DateTime>(cell.Text, "超出日期范围，请填 2026-09-07 的样子");
        var time = DateTime.FromOADate(cell.Number);
        return CellResult<DateTime>.Of(new DateTime((time.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond));
    }

    private static CellResult<DateTime> Build(string text, int year, int month, int day, int hour, int minute, int second)
    {
        if (month is < 1 or > 12 || year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
            return Unreadable<DateTime>(text, "不是存在的日期，请核对年月日");
        var date = new DateOnly(year, month, day);
        return date < Earliest || date > Latest
            ? CellResult<DateTime>.Failed(CellFault.OutOfRange, $"“{Shorten(text)}”的年份超出 1900 至 2199，请核对")
            : CellResult<DateTime>.Of(date.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(minute).AddSeconds(second));
    }

    private static CellResult<DateTime> FromChinese(string text, Match m)
    {
        var year = 0;
        foreach (var c in m.Groups["y"].Value) year = year * 10 + Math.Max(0, "零一二三四五六七八九".IndexOf(c is '〇' or '○' or 'О' or 'O' ? '零' : c));
        return Build(text, year, ChineseNumber(m.Groups["m"].Value), ChineseNumber(m.Groups["d"].Value), 0, 0, 0);
    }

    private static int ChineseNumber(string s)
    {
        var ten = s.IndexOf('十');
        if (ten < 0) return "零一二三四五六七八九".IndexOf(s[0]);
        var tens = ten == 0 ? 1 : "零一二三四五六七八九".IndexOf(s[0]);
        return tens * 10 + (ten == s.Length - 1 ? 0 : "零一二三四五六七八九".IndexOf(s[^1]));
    }

    private static string DateText(Cell cell) => FromSerial(cell) is { HasValue: true, Value: var t }
        ? t.ToString(t.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : cell.Text;

    private static int Int(Match m, string group) =>
        m.Groups[group].Success ? int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private const string Time = @"(?:(?:\s+|T)(?<h>\d{1,2})[:时](?<n>\d{1,2})(?:[:分](?<s>\d{1,2})?(?:\.\d+)?)?秒?(?:Z|\+08:?00)?)?$";

    [GeneratedRegex(@"^(?<y>\d{4})\s*[-./年]\s*(?<m>\d{1,2})\s*[-./月]\s*(?<d>\d{1,2})\s*[日号]?\.?" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex TypedDate();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex CompactDate();

    [GeneratedRegex(@"^(?<y>[〇○零ОO一二三四五六七八九]{4})年(?<m>十?[一二三四五六七八九]|十)月(?<d>(?:[二三]?十)?[一二三四五六七八九]|[二三]?十)日$", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseDate();

    [GeneratedRegex(@"^\d{4}\s*[-./年]\s*\d{1,2}\s*月?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^\d{1,2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,4}\s*日?$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();
}
