using System.Globalization;
using System.Text;
using Fadu.Core;
using Fadu.Core.Files;
using Fadu.Core.Imports;
using Fadu.Core.Law;
using Fadu.Core.Tables;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Imports;

/// <summary>Comparing with a source system: their list or their totals against ours.</summary>
[Permission("matters.import")]
public sealed class ReconcileModel(LawStore law, ImportService imports, Reconciliation reconciliation, FaduOptions options, CurrentActor me) : ImportPage(law, imports, me)
{
    /// <summary>Most differences shown; the rest is in the workbook.</summary>
    public const int MostShown = 500;

    /// <summary>Source systems named before.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>Source system.</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>Year of a list.</summary>
    [BindProperty]
    public int? Year { get; set; }

    /// <summary>Totals as typed.</summary>
    [BindProperty]
    public string? Totals { get; set; }

    /// <summary>Their table.</summary>
    [BindProperty]
    public IFormFile? Table { get; set; }

    /// <summary>What came of it.</summary>
    public ReconcileResult? Result { get; private set; }

    /// <summary>Name of the kept workbook of differences.</summary>
    public string? Kept { get; private set; }

    /// <summary>What is wrong with the form.</summary>
    public string? Problem { get; private set; }

    /// <summary>Shows the form, or sends a workbook of differences.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string? kept)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        if (kept is { Length: > 0 })
        {
            return PathOf(kept) is { } path && System.IO.File.Exists(path)
                ? PhysicalFile(path, FileTypes.MediaType(".xlsx"), $"{Register.Title}核对差异.xlsx")
                : NotFound();
        }

        return await ShowAsync();
    }

    /// <summary>Compares.</summary>
    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        var source = Source?.Trim() ?? "";
        var cancel = HttpContext.RequestAborted;
        if (Table is { Length: > 0 })
        {
            if (source.Length == 0)
            {
                Problem = "请填写来源系统，清单按来源系统和外部编号核对";
            }
            else
            {
                await using var content = Table.OpenReadStream();
                Result = await reconciliation.CompareAsync(content, id, source, Year, Actor, cancel);
            }
        }
        else if (Totals?.Trim() is { Length: > 0 } typed)
        {
            Result = await reconciliation.CompareTypedAsync(typed, id, source, Actor, cancel);
        }
        else
        {
            Problem = "请上传对方的清单（合计表），或者填写合计数";
        }

        if (Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        if (Result is { Differences.Count: > 0 } found)
        {
            Kept = Keep(found);
        }

        return await ShowAsync();
    }

    private string Keep(ReconcileResult found)
    {
        var name = Guid.NewGuid().ToString("N");
        var path = PathOf(name)!;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = System.IO.File.Create(path);
        using var book = new XlsxWriter(file);
        var sheet = book.AddSheet("核对差异", [new("差异"), new("编号或者单位期间", ColumnType.Code, 28), new("内容"), new("对方", Width: 24), new("本平台", Width: 24)]);
        foreach (var difference in found.Differences)
        {
            sheet.Row(difference.Kind, difference.Key, difference.What, difference.Theirs, difference.Ours);
        }

        return name;
    }

    /// <summary>Each account finds only its own workbooks.</summary>
    private string? PathOf(string name) => Guid.TryParseExact(name, "N", out _)
        ? Path.Combine(options.Data, "imports", "reconcile", Convert.ToHexString(Encoding.UTF8.GetBytes(Actor.Account)).ToLower(CultureInfo.InvariantCulture), name + ".xlsx")
        : null;

    private async Task<IActionResult> ShowAsync()
    {
        Sources = await Imports.Store.SourcesAsync(Actor.Region, Register.Id, HttpContext.RequestAborted);
        return Page();
    }
}
