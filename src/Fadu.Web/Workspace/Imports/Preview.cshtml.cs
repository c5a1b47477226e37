using Fadu.Core.Imports;
using Fadu.Core.Law;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Imports;

/// <summary>One import: how far it is, what is wrong, what would be written, what was.</summary>
[Permission("matters.import")]
public sealed class PreviewModel(LawStore law, ImportService imports, ImportQueue queue, CurrentActor me) : ImportPage(law, imports, me)
{
    /// <summary>Most rows shown; the rest is in the workbook.</summary>
    public const int MostShown = 200;

    /// <summary>The import.</summary>
    public ImportRecord Record { get; private set; } = null!;

    /// <summary>Rows read so far while it runs, or null.</summary>
    public int? Running { get; private set; }

    /// <summary>It says that it runs, but no process runs it any more.</summary>
    public bool BrokenOff => Running is null && Record.Status is ImportStatus.Checking or ImportStatus.Importing;

    /// <summary>Why it broke off, where this is known.</summary>
    public string? Fault => queue.Fault(Record.Id);

    /// <summary>Rows with errors.</summary>
    public IReadOnlyList<ImportRowResult> Errors { get; private set; } = [];

    /// <summary>Rows written.</summary>
    public IReadOnlyList<ImportRowResult> Written { get; private set; } = [];

    /// <summary>Findings on the matters of this import.</summary>
    public IReadOnlyList<(long Id, string Title, string Says, string Severity, long Matter)> Findings { get; private set; } = [];

    /// <summary>The same content was imported before.</summary>
    public ImportRecord? Before { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string import)
    {
        if (await FindAsync(id, import) is not { } record)
        {
            return NotFound();
        }

        Running = queue.Progress(import);
        if (Running is null && record.Status is ImportStatus.Checking or ImportStatus.Importing)
        {
            // It may have ended between the two looks.
            record = await FindAsync(id, import) ?? record;
        }

        Record = record;
        var cancel = HttpContext.RequestAborted;
        Errors = await Imports.Store.RowsAsync(record, "error", 0, MostShown, cancel);
        if (record.Status == ImportStatus.Imported)
        {
            Written = [.. await Imports.Store.RowsAsync(record, "added", 0, 50, cancel), .. await Imports.Store.RowsAsync(record, "changed", 0, 50, cancel)];
            Findings = await Imports.Store.FindingsAsync(record, MostShown, cancel);
        }

        Before = await Imports.Store.SameFileAsync(record, cancel);
        return Page();
    }

    /// <summary>Imports, discards or checks again.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string import, string what)
    {
        if (await FindAsync(id, import) is not { } record)
        {
            return NotFound();
        }

        var here = $"/registers/{id}/import/{import}";
        if (queue.Progress(import) is not null)
        {
            TempData["Failed"] = "该文件正在处理，请稍候";
            return Redirect(here);
        }

        switch (what)
        {
            case "valid" or "all" when record.Status == ImportStatus.Checked:
                await ImportQueue.WaitAMoment(queue.Import(record, Actor, what == "valid"), TimeSpan.FromSeconds(3));
                break;
            case "none" when record.Status == ImportStatus.Checked:
                await Imports.DiscardAsync(record, HttpContext.RequestAborted);
                TempData["Done"] = "没有导入任何内容";
                break;
            case "again" when record.Status is not (ImportStatus.Imported or ImportStatus.Discarded):
                await ImportQueue.WaitAMoment(queue.Check(record, Actor), TimeSpan.FromSeconds(3));
                break;
            default:
                TempData["Failed"] = $"该文件的状态已经是“{ImportStatus.Title(record.Status)}”，不能再这样办理。请查看下面的结果";
                break;
        }

        return Redirect(here);
    }
}
