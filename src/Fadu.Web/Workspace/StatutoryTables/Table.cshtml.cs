using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.StatutoryTables;
using Fadu.Rules.Measures;
using Fadu.Rules.StatutoryTables;
using Fadu.Web.Security;
using Fadu.Web.Workspace.Measures;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.StatutoryTables;

/// <summary>A prescribed table, filled for a period and an office; each figure leads to its matters.</summary>
[Permission("measures.read")]
public sealed class TableModel(StatutoryTableService tables, MeasureService measures, LawStore law, OfficeDirectory offices, CurrentActor me, PageFormat format)
    : MeasurePage(measures, offices, me)
{
    /// <summary>The table.</summary>
    public StatutoryTable Table { get; private set; } = null!;
    /// <summary>Its sheets.</summary>
    public IReadOnlyList<FilledSheet> Sheets { get; private set; } = [];
    /// <summary>Basis in words.</summary>
    public string Basis => law.Current.Cite(Table.Basis);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string id) => await FillAsync(id) ? Page() : NotFound();

    /// <summary>Writes it as a workbook.</summary>
    public async Task<IActionResult> OnGetExportAsync(string id)
    {
        if (!await FillAsync(id))
        {
            return NotFound();
        }

        return Download.Xlsx($"{Table.Title}{Link.Year}", file => tables.Write(file, Table, Sheets, $"{Scope}　{Link.Period.Title}　填表人：{Actor.Name}　{format.Day(format.Today)}"));
    }

    /// <summary>A value as printed.</summary>
    public string Print(FilledCell cell) => cell.Value is { } value ? MeasureFormat.Print(value.Value, law.Current.Measures[cell.Request!.Measure].Unit, 2) : "";

    /// <summary>The list behind a cell.</summary>
    public string ListOf(FilledCell cell) =>
        (cell.Office is { } office ? Link.Of(office) : Link).To($"/measures/{cell.Request!.Measure}/matters", ("part", cell.Request.Filters.Count > 0 ? cell.Request.ToString() : null));

    private async Task<bool> FillAsync(string id)
    {
        if (tables.All.FirstOrDefault(t => t.Id == id) is not { } table || !await ReadAsync())
        {
            return false;
        }

        Table = table;
        Sheets = await tables.FillAsync(table, Link.Question, Actor, HttpContext.RequestAborted);
        return true;
    }
}
