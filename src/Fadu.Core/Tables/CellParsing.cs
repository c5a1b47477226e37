using System.Globalization;

namespace Fadu.Core.Tables;

/// <summary>From a cell to a typed value or a Chinese error that says what is wrong and how to write it.</summary>
public static partial class CellParsing
{
    private const string FormulaAdvice = "请改为填写结果值（复制后选择性粘贴为数值）";

    /// <summary>Cleaned text; 无, / and — — count as empty.</summary>
    public static CellResult<string> Text(Cell cell)
    {
        if (cell.Kind == CellKind.Text)
        {
            var text = CellText.Clean(cell.Text);
            return CellText.MeansNothing(text) ? CellResult<string>.Empty : CellResult<string>.Of(text);
        }
        return cell.Kind switch
        {
            CellKind.Empty => CellResult<string>.Empty,
            CellKind.Error => FormulaError<string>(cell),
            CellKind.Date => CellResult<string>.Of(DateText(cell)),
            CellKind.Number when IsDamaged(cell) => Damaged<string>(cell),
            CellKind.Number => CellResult<string>.Of(NumberText(cell)),
            CellKind.Boolean => CellResult<string>.Of(cell.Number != 0 ? "是" : "否"),
            _ => CellResult<string>.Of((Stored(cell).Value * 100).ToString("0.##########", CultureInfo.InvariantCulture) + "%"),
        };
    }

    /// <summary>An identifier or document number: half width, upper case, no blanks inside. A float of more than 15 digits is refused, because Excel has destroyed it.</summary>
    public static CellResult<string> Code(Cell cell)
    {
        var text = Text(cell);
        if (!text.HasValue) return text;
        if (IsScientific(text.Value))
            return CellResult<string>.Failed(CellFault.ExcelFloatDamage, $"“{text.Value}”是科学计数法，Excel 已丢失后面的数字，请把该列设为文本格式后重新填写原号码");
        var code = HalfWidthKeepingBrackets(text.Value);
        return CellResult<string>.Of(code.Any(char.IsWhiteSpace) ? string.Concat(code.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant() : code.ToUpperInvariant());
    }

    private static string HalfWidthKeepingBrackets(string text) =>
        CellText.HalfWidth(text.Replace('（', '\uE000').Replace('）', '\uE001')).Replace('\uE000', '（').Replace('\uE001', '）');

    /// <summary>1.23457E+17 as text: what Excel leaves of an 18-digit number when it saves CSV.</summary>
    private static bool IsScientific(string text)
    {
        var e = text.IndexOfAny(['E', 'e']);
        return e > 0 && text[..e].All(c => char.IsAsciiDigit(c) || c == '.') && text.Contains('.')
            && text.Length > e + 2 && text[e + 1] == '+' && text[(e + 2)..].All(char.IsAsciiDigit);
    }

    private static bool IsDamaged(Cell cell) => Math.Abs(cell.Number) >= 1e15;

    private static CellResult<T> Damaged<T>(Cell cell) => CellResult<T>.Failed(CellFault.ExcelFloatDamage,
        $"“{NumberText(cell)}”超过 15 位，Excel 已把后面的数字改成 0，无法还原，请把该列设为文本格式后重新填写原号码");

    private static CellResult<T> FormulaError<T>(Cell cell) => CellResult<T>.Failed(CellFault.FormulaError,
        cell.Text.Length == 0 ? $"单元格是公式但没有计算结果，{FormulaAdvice}" : $"单元格是公式错误“{cell.Text}”，{FormulaAdvice}");

    private static CellResult<T> Unreadable<T>(string text, string advice) => CellResult<T>.Failed(CellFault.NotReadable, $"“{Shorten(text)}”{advice}");

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
