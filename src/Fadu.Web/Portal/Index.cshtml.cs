using Fadu.Core.Districts;
using Fadu.Core.Law;
using Fadu.Core.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Portal;

/// <summary>Entrance of the portal: what the district has made public, by subject.</summary>
[AllowAnonymous, AllowedBy(DistrictSettings.PortalPublications)]
public sealed class PortalIndexModel(DistrictSettings settings, PublicationStore publications, LawStore law, District district) : PageModel
{
    /// <summary>Subjects with what they show, in menu order.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<PublicationKind> Kinds)> Subjects { get; private set; } = [];

    /// <summary>The report checker is open to everybody.</summary>
    public bool Checks { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        Checks = await settings.AllowsAsync(DistrictSettings.PortalCheck, HttpContext.RequestAborted);
        var kinds = await publications.KindsAsync(district.Region, HttpContext.RequestAborted);
        Subjects = [.. law.Current.Modules.Select(m => (m.Title, (IReadOnlyList<PublicationKind>)[.. kinds.Where(k => k.Register.Module == m.Id)])).Where(s => s.Item2.Count > 0)];
    }
}
