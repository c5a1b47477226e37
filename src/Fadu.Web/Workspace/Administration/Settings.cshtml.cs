using Fadu.Core.Districts;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Administration;

/// <summary>What the district allows beyond its law.</summary>
[Permission("portal.publish")]
public sealed class SettingsModel(DistrictSettings settings, CurrentActor me) : PageModel
{
    /// <summary>Settings and whether each is on.</summary>
    public IReadOnlyList<(DistrictSetting Setting, bool On)> Settings { get; private set; } = [];

    /// <summary>Why it was not changed.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows them.</summary>
    public Task OnGetAsync() => ReadAsync();

    /// <summary>Changes one.</summary>
    public async Task<IActionResult> OnPostAsync(string? setting, bool on, string? reason)
    {
        Refusal = await settings.ChangeAsync(setting ?? "", on, reason ?? "", me.Value, HttpContext.Connection.RemoteIpAddress?.ToString(), HttpContext.RequestAborted);
        if (Refusal is null)
        {
            TempData["Done"] = "设置已改动并生效";
            return Redirect("/admin/settings");
        }

        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        List<(DistrictSetting, bool)> read = [];
        foreach (var setting in DistrictSettings.All)
        {
            read.Add((setting, await settings.AllowsAsync(setting.Key, HttpContext.RequestAborted)));
        }

        Settings = read;
    }
}
