using Fadu.Core.Imports;
using Fadu.Core.Law;
using Fadu.Core.Offices;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Imports;

/// <summary>Uploading a table, and the imports so far.</summary>
[Permission("matters.import")]
public sealed class IndexModel(LawStore law, ImportService imports, ImportQueue queue, OfficeDirectory offices, CurrentActor me) : ImportPage(law, imports, me)
{
    /// <summary>Imports, newest first.</summary>
    public IReadOnlyList<ImportRecord> Last { get; private set; } = [];

    /// <summary>Source systems named before.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>Offices whose matters the actor may import.</summary>
    public IReadOnlyList<Office> Offices { get; private set; } = [];

    /// <summary>Source system as typed.</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>Office of rows that name none.</summary>
    [BindProperty]
    public string? Office { get; set; }

    /// <summary>The table.</summary>
    [BindProperty]
    public IFormFile? Table { get; set; }

    /// <summary>What is wrong with the form.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string id) => Find(id) ? await ShowAsync() : NotFound();

    /// <summary>Keeps the file and checks it.</summary>
    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        var source = Source?.Trim() ?? "";
        var office = Office is { Length: > 0 } chosen ? chosen : Actor.Office;
        Check(source, office);
        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync();
        }

        await using var content = Table!.OpenReadStream();
        var record = await Imports.UploadAsync(id, new(source, office), Table.FileName, content, Actor, HttpContext.RequestAborted);
        await ImportQueue.WaitAMoment(queue.Check(record, Actor), TimeSpan.FromSeconds(3));
        return Redirect($"/registers/{id}/import/{record.Id}");
    }

    private void Check(string source, string office)
    {
        if (source.Length is 0 or > 60)
        {
            Problems.Add("请填写来源系统的名称（60字以内），例如“综合执法办案系统”。以后每次导入同一系统的数据，都填同一名称");
        }

        if (!Actor.Covers(office, null) || offices.Find(Actor.Region, office) is null)
        {
            Problems.Add("请选择管理范围内的单位");
        }

        if (Table is null || Table.Length == 0)
        {
            Problems.Add("请选择要导入的表格文件（.xlsx、.xls、.et 或者 .csv）");
        }
        else if (Table.Length > UploadLimits.FileBytes)
        {
            Problems.Add($"文件超过{UploadLimits.FileBytes >> 20}MB，请拆成几个文件上传");
        }
    }

    private async Task<IActionResult> ShowAsync()
    {
        Last = await Imports.Store.LastAsync(Actor.Region, Register.Id, Actor, cancel: HttpContext.RequestAborted);
        Sources = await Imports.Store.SourcesAsync(Actor.Region, Register.Id, HttpContext.RequestAborted);
        Offices = [.. offices.Of(Actor.Region).Where(o => o.Active && Actor.Covers(o.Code, null))];
        return Page();
    }
}
