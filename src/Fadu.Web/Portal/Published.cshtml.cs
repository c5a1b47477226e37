using Fadu.Core.Districts;
using Fadu.Core.Law;
using Fadu.Core.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Portal;

/// <summary>One matter as the public sees it.</summary>
[AllowAnonymous, AllowedBy(DistrictSettings.PortalPublications)]
public sealed class PublishedModel(PublicationStore publications, PublishedWords words, LawStore law, District district) : PageModel
{
    /// <summary>The matter.</summary>
    public PublishedMatter Matter { get; private set; } = null!;
    /// <summary>Title of its register.</summary>
    public string Register { get; private set; } = "";
    /// <summary>Address of the list.</summary>
    public string List { get; private set; } = "";
    /// <summary>Law.</summary>
    public LawStore Law => law;
    /// <summary>Values in words.</summary>
    public IEnumerable<(string Title, string Value)> Values => Matter.Values.Select(v => (v.Title, words.Of(v)));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string register, string publication, long id)
    {
        if (await publications.FindAsync(district.Region, register, publication, id, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }

        (Matter, Register, List) = (found, law.Current.Latest(register).Title, $"/portal/published/{register}/{publication}");
        return Page();
    }
}
