namespace Fadu.Core.Tables;

public static partial class CellParsing
{
    /// <summary>是/否 and how people write them: 有/无, √/×, 对/错, Y/N, 1/0. Here 无 is an answer, not an empty cell.</summary>
    public static CellResult<bool> YesNo(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty: return CellResult<bool>.Empty;
            case CellKind.Error: return FormulaError<bool>(cell);
            case CellKind.Boolean: return CellResult<bool>.Of(cell.Number != 0);
            case CellKind.Number when cell.Number is 0 or 1: return CellResult<bool>.Of(cell.Number == 1);
        }
        var text = CellText.HalfWidth(CellText.Clean(cell.Text)).ToUpperInvariant();
        switch (text)
        {
            case "是" or "有" or "√" or "✓" or "✔" or "☑" or "已" or "对" or "Y" or "YES" or "TRUE" or "1": return CellResult<bool>.Of(true);
            case "否" or "无" or "没有" or "×" or "✗" or "✘" or "☒" or "X" or "未" or "不是" or "错" or "N" or "NO" or "FALSE" or "0": return CellResult<bool>.Of(false);
        }
        return CellText.MeansNothing(text) ? CellResult<bool>.Empty : Unreadable<bool>(cell.Text, "应填“是”或“否”");
    }
}
