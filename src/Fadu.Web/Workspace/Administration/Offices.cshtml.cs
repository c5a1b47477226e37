using Fadu.Core.Offices;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>Offices, and the officers who hold an enforcement certificate.</summary>
[Permission("offices.manage")]
public sealed class OfficesModel(OfficeAdministration administration, OfficeDirectory directory, CurrentActor me) : PageModel
{
    /// <summary>Officers shown at once.</summary>
    public const int Most = 300;

    /// <summary>Office to change; none adds one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }
    /// <summary>Officer to change; none adds one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Officer { get; set; }
    /// <summary>Name or number to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }
    /// <summary>Why it was not saved.</summary>
    public string? Refusal { get; private set; }
    /// <summary>All officers.</summary>
    public IReadOnlyList<CertifiedOfficer> Officers { get; private set; } = [];
    /// <summary>Officers to show.</summary>
    public IReadOnlyList<CertifiedOfficer> Shown { get; private set; } = [];
    /// <summary>All offices.</summary>
    public IEnumerable<Office> Offices => directory.Of(me.Value.Region);
    /// <summary>Office in the form.</summary>
    public Office Edited { get; private set; } = new("", "", "", "department", null, 0, 0, true);
    /// <summary>Officer in the form.</summary>
    public CertifiedOfficer EditedOfficer { get; private set; } = new("", "", "", default, null, true);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Edited = Offices.FirstOrDefault(o => o.Code == Edit) ?? Edited;
        EditedOfficer = Officers.FirstOrDefault(o => o.Certificate == Officer) ?? EditedOfficer;
    }

    /// <summary>Saves an office.</summary>
    public async Task<IActionResult> OnPostOfficeAsync(string? code, string? name, string? abbr, string? kind, string? parent, int powers, int position, bool active, string? creditCode)
    {
        Edited = new(code?.Trim() ?? "", name ?? "", abbr?.Trim() ?? "", kind ?? "", string.IsNullOrEmpty(parent) ? null : parent, powers, position, active, string.IsNullOrWhiteSpace(creditCode) ? null : creditCode.Trim().ToUpperInvariant());
        return await SavedAsync(await administration.SaveAsync(Edited, me.Value, Address, HttpContext.RequestAborted), $"已保存单位{Edited.Name}");
    }

    /// <summary>Saves an officer.</summary>
    public async Task<IActionResult> OnPostOfficerAsync(string? certificate, string? name, string? office, DateOnly? until, string? field, bool active)
    {
        EditedOfficer = new(certificate ?? "", name ?? "", office ?? "", until ?? default, string.IsNullOrWhiteSpace(field) ? null : field.Trim(), active);
        var refusal = until is null ? "请填写证件有效期" : await administration.SaveAsync(EditedOfficer, me.Value, Address, HttpContext.RequestAborted);
        return await SavedAsync(refusal, $"已保存执法人员{EditedOfficer.Name}");
    }

    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    private async Task<IActionResult> SavedAsync(string? refusal, string done)
    {
        if (refusal is null)
        {
            TempData["Done"] = done;
            return Redirect("/admin/offices");
        }

        Refusal = refusal;
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Officers = await administration.OfficersAsync(me.Value.Region, HttpContext.RequestAborted);
        Shown = [.. Officers.Where(o => string.IsNullOrWhiteSpace(Find) || o.Name.Contains(Find.Trim(), StringComparison.Ordinal) || o.Certificate.Contains(Find.Trim(), StringComparison.Ordinal)).Take(Most)];
    }
}
