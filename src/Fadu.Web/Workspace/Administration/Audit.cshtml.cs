using System.Globalization;
using Fadu.Core.Accounts;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>What the auditor looks at: sign-ins, reads of personal data, changes by administrators.</summary>
[Permission("audit.read")]
public sealed class AuditModel(AuditRecords audit, CurrentActor me, PageFormat format) : PageModel
{
    /// <summary>Records on a page.</summary>
    public const int PageSize = 100;
    /// <summary>Records in one export.</summary>
    public const int MostExported = 20_000;

    /// <summary>Kind of records.</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "sign-ins";
    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }
    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }
    /// <summary>Words to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }
    /// <summary>Only older ones.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }
    /// <summary>Records, newest first.</summary>
    public IReadOnlyList<AuditRecord> Records { get; private set; } = [];

    /// <summary>Address of the same question, from a moment back.</summary>
    public string Link(DateTimeOffset? before) =>
        $"/admin/audit?kind={Kind}&from={format.Day(From)}&to={format.Day(To)}&words={Uri.EscapeDataString(Words ?? "")}"
        + (before is { } at ? "&before=" + Uri.EscapeDataString(at.ToString("O", CultureInfo.InvariantCulture)) : "");

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!AuditRecords.Kinds.ContainsKey(Kind))
        {
            return NotFound();
        }

        Records = await audit.ReadAsync(me.Value.Region, Query(Before), PageSize, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>The same as a table file.</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        if (!AuditRecords.Kinds.ContainsKey(Kind))
        {
            return NotFound();
        }

        var records = await audit.ReadAsync(me.Value.Region, Query(null), MostExported, HttpContext.RequestAborted);
        return Download.Xlsx($"审计记录-{AuditRecords.Kinds[Kind]}-{format.Day(format.Today)}", file => AuditWorkbook.Write(file, AuditRecords.Kinds[Kind], records, format));
    }

    private AuditQuery Query(DateTimeOffset? before) => new(Kind, From, To, Words, before);
}
