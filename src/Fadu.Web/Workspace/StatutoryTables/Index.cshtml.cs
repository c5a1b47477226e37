using Fadu.Core.Exports;
using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Core.StatutoryTables;
using Fadu.Rules.Exports;
using Fadu.Rules.Expressions;
using Fadu.Rules.StatutoryTables;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.StatutoryTables;

/// <summary>The prescribed tables, and the tables for other systems.</summary>
[Permission("measures.read")]
public sealed class IndexModel(StatutoryTableService tables, ExportService exports, MeasureService measures, LawStore law, CurrentActor me) : PageModel
{
    /// <summary>Tables.</summary>
    public IReadOnlyCollection<StatutoryTable> Tables => tables.All;
    /// <summary>Tables for other systems, where the actor may export.</summary>
    public IReadOnlyCollection<ExportTemplate> Exports => me.Value.May("matters.export") ? exports.All : [];
    /// <summary>Last year in which anything was opened.</summary>
    public int Year { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Year = await measures.LatestYearAsync(me.Value.Region, HttpContext.RequestAborted);

    /// <summary>Writes a table for another system.</summary>
    public async Task<IActionResult> OnGetExportAsync(string id, string period)
    {
        if (Exports.FirstOrDefault(e => e.Id == id) is not { } template)
        {
            return NotFound();
        }

        if (PeriodText.Parse(period) is not { } days)
        {
            return BadRequest($"“{period}”不是一个统计期。请写成{PeriodText.Forms}。");
        }

        return await Download.XlsxAsync($"{template.Title}{PeriodText.Write(days)}", file => exports.WriteAsync(file, template, days, me.Value, HttpContext.RequestAborted));
    }

    /// <summary>Basis of an export.</summary>
    public string Cite(ExportTemplate template) => law.Current.Cite(template.Basis);
}
