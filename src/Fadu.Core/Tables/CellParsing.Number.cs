using System.Globalization;
using System.Text.RegularExpressions;

namespace Fadu.Core.Tables;

public static partial class CellParsing
{
    /// <summary>A decimal number. Thousand separators and full-width digits are read; units (元, 万元, 件) are refused, because the column fixes the unit.</summary>
    public static CellResult<decimal> Decimal(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty: return CellResult<decimal>.Empty;
            case CellKind.Error: return FormulaError<decimal>(cell);
            case CellKind.Number or CellKind.Percent: return Stored(cell);
            case CellKind.Date: return Unreadable<decimal>(DateText(cell), "是日期，这里应填数字；如确是数字，请把单元格格式改为常规");
            case CellKind.Boolean: return Unreadable<decimal>(cell.Text, "不是数字");
        }
        var text = CellText.Clean(cell.Text);
        if (CellText.MeansNothing(text)) return CellResult<decimal>.Empty;
        var plain = CellText.HalfWidth(text).Replace(" ", "").Replace('，', ',').TrimStart('¥', '￥');
        if (plain.EndsWith('%')) return Unreadable<decimal>(text, "是百分比，这里应填数字");
        if (UnitAtEnd().IsMatch(plain)) return Unreadable<decimal>(text, "带了单位，请只填数字，单位以表头为准");
        if (!PlainNumber().IsMatch(plain)) return Unreadable<decimal>(text, "不是数字，请填 1234.5 的样子");
        return decimal.TryParse(plain.Replace(",", ""), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? CellResult<decimal>.Of(value)
            : CellResult<decimal>.Failed(CellFault.OutOfRange, $"“{Shorten(text)}”位数过多");
    }

    public static CellResult<long> WholeNumber(Cell cell)
    {
        var number = Decimal(cell);
        if (!number.HasValue) return number.As<long>();
        if (number.Value != decimal.Truncate(number.Value)) return Unreadable<long>(cell.Text, "有小数，这里应填整数");
        return number.Value is >= long.MinValue and <= long.MaxValue
            ? CellResult<long>.Of((long)number.Value)
            : CellResult<long>.Failed(CellFault.OutOfRange, $"“{Shorten(cell.Text)}”位数过多");
    }

    /// <summary>A fraction: 34.46% is 0.3446. A bare number is refused: 0.5 may mean 50 % or 0.5 %.</summary>
    public static CellResult<decimal> Percent(Cell cell)
    {
        if (cell.Kind == CellKind.Percent) return Stored(cell);
        if (cell.Kind is CellKind.Empty or CellKind.Error) return Decimal(cell);
        var text = CellText.Clean(cell.Text);
        if (cell.Kind == CellKind.Text && CellText.MeansNothing(text)) return CellResult<decimal>.Empty;
        var plain = CellText.HalfWidth(text).Replace(" ", "");
        if (!plain.EndsWith('%') || !PlainNumber().IsMatch(plain[..^1])) return Unreadable<decimal>(text, "不是百分比，请带百分号填写，如 34.46%");
        return decimal.TryParse(plain[..^1].Replace(",", ""), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? CellResult<decimal>.Of(value / 100)
            : CellResult<decimal>.Failed(CellFault.OutOfRange, $"“{Shorten(text)}”位数过多");
    }

    /// <summary>Excel keeps 15 significant digits and stores 0.1+0.2 as 0.30000000000000004: what the user sees is the rounded one.</summary>
    private static CellResult<decimal> Stored(Cell cell)
    {
        if (IsDamaged(cell)) return Damaged<decimal>(cell);
        return decimal.TryParse(NumberText(cell), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? CellResult<decimal>.Of(value)
            : Unreadable<decimal>(cell.Text, "不是数字");
    }

    private static string NumberText(Cell cell)
    {
        if (cell.Number == Math.Truncate(cell.Number) && Math.Abs(cell.Number) < 1e15) return ((long)cell.Number).ToString(CultureInfo.InvariantCulture);
        var seen = double.Parse(cell.Number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Abs(seen) is < 7e27 and > 1e-15 ? ((decimal)seen).ToString(CultureInfo.InvariantCulture) : seen.ToString("R", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$|^[+-]?\.\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^[+-]?[\d,.]+(元|万元|亿元|万|亿|件|份|人|次|个|条|起|天|日|项|期|名|户|家)$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitAtEnd();
}
