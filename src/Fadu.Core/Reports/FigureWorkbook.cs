using Fadu.Core.Tables;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Reports;

/// <summary>All figures of a report as a workbook: for whoever checks them one by one.</summary>
public static class FigureWorkbook
{
    private static readonly TableColumn[] Columns =
    [
        new("位置", Width: 8), new("数字", Width: 30), new("印出", Width: 12), new("准确值", ColumnType.Decimal), new("单位", Width: 8), new("分子", ColumnType.Decimal), new("分母", ColumnType.Decimal),
        new("上期", ColumnType.Decimal), new("期间", Width: 14), new("口径", ColumnType.LongText), new("指标", ColumnType.Code, 34), new("来源", Width: 10), new("事项数", ColumnType.WholeNumber), new("事项清单摘要（SM3）", ColumnType.Code, 66),
    ];

    /// <summary>Writes the workbook.</summary>
    public static void Write(string title, IReadOnlyList<ReportFigure> figures, Stream output)
    {
        using var book = new XlsxWriter(output);
        var sheet = book.AddSheet("报告数字", Columns, new SheetLayout { Title = title });
        foreach (var f in figures)
        {
            sheet.Row(
                f.Section, f.Title, f.Printed, f.Value, f.Unit, f.Numerator, f.Denominator, f.Previous, f.Period?.Title, f.DefinitionText, f.Reference, f.Typed ? "无来源" : "办理记录",
                f.Lists.Count == 0 ? null : f.Lists.Sum(l => l.Count), string.Join(' ', f.Lists.Select(l => l.Sm3)));
        }
    }
}
