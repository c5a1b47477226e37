using Fadu.Core.Law;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Law;

/// <summary>Entrance of the law browser: search, registers by module, and the way to everything else.</summary>
[Permission("law.read")]
public sealed class LawModel(LawStore law) : PageModel
{
    /// <summary>Most hits shown.</summary>
    public const int Most = 200;

    /// <summary>Words searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>What they find, exact titles first.</summary>
    public IReadOnlyList<LawItem> Found { get; private set; } = [];

    /// <summary>Searches when there are words.</summary>
    public void OnGet()
    {
        if (string.IsNullOrWhiteSpace(Words))
        {
            return;
        }

        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool Has(string text) => words.All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
        var statutes = law.Current.Statutes.All.Select(s => new LawItem("法规依据", s.Title, s.Number, LawLinks.Statute(s.Id), null, $"{s.Id} {s.ShortTitle} {s.Issuer}"));
        Found = [.. statutes.Concat(LawCatalogue.Of(law.Current))
            .Where(i => Has($"{i.Title} {i.Of} {i.Words}"))
            .OrderByDescending(i => i.Title == Words.Trim()).ThenByDescending(i => Has(i.Title)).Take(Most)];
    }
}
