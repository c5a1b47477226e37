using Fadu.Core.Assessment;
using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Core.Tables;
using Fadu.Rules.Assessment;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Assessment;

/// <summary>Scores of all offices for a year.</summary>
[Permission("measures.read")]
public sealed class IndexModel(AssessmentService assessment, MeasureService measures, LawStore law, CurrentActor me, PageFormat format)
    : AssessmentPage(assessment, measures, law, me)
{
    private readonly CurrentActor me = me;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string? scheme, int? year) => await ReadAsync(scheme, year) ? Page() : NotFound();

    /// <summary>Points of an office under one first-level indicator, deductions included.</summary>
    public decimal Sum(OfficeScore score, AssessmentIndicator indicator) => score.Items.Where(i => indicator.Items.Contains(i.Item)).Sum(i => i.Points ?? 0);

    /// <summary>Writes offices and items into a workbook, with the arithmetic of each.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? scheme, int? year)
    {
        if (!await ReadAsync(scheme, year))
        {
            return NotFound();
        }

        return Download.Xlsx($"{Scheme.Title}{Year}", file => Write(file, $"{Year}年度　导出人：{me.Value.Name}　导出日期：{format.Day(format.Today)}"));
    }

    private void Write(Stream file, string under)
    {
        using var book = new XlsxWriter(file);
        TableColumn[] totals = [new("单位", Width: 24), new("总分", ColumnType.Decimal), .. Scheme.Indicators.Select(i => new TableColumn(i.Title, ColumnType.Decimal)), new("倒扣", ColumnType.Decimal), new("待复核项", ColumnType.WholeNumber)];
        var sheet = book.AddSheet("得分", totals, new SheetLayout { Title = Scheme.Title, UnderTitle = under, SerialColumn = true, PageHeader = under, BlankRowsWithChoices = 0 });
        TableColumn[] items = [new("单位", Width: 24), new("一级指标"), new("考评项", Width: 28), new("分值", ColumnType.Decimal), new("得分", ColumnType.Decimal), new("计算过程", ColumnType.LongText), new("依据", Width: 30)];
        foreach (var o in Offices)
        {
            sheet.Row([o.Office.Name, o.Score.Total, .. Scheme.Indicators.Select(i => (object?)Sum(o.Score, i)), o.Score.Deducted, o.Score.Pending]);
        }

        var detail = book.AddSheet("明细", items, new SheetLayout { Title = Scheme.Title + "：明细", UnderTitle = under, PageHeader = under, BlankRowsWithChoices = 0 });
        foreach (var (office, indicator, item) in from o in Offices from i in Scheme.Indicators from s in o.Score.Items where i.Items.Contains(s.Item) select (o.Office, i, s))
        {
            detail.Row(office.Name, indicator.Title, item.Item.Title, item.Item.Points, item.Points, item.Why, Cite(item.Item.Basis));
        }
    }
}
