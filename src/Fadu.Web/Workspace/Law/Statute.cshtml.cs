using Fadu.Core.Law;
using Fadu.Rules.Statutes;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Law;

/// <summary>One version of a statute: its facts, whether it applies on a day, and everything that cites it.</summary>
[Permission("law.read")]
public sealed class StatuteModel(LawStore law, PageFormat format) : PageModel
{
    /// <summary>The statute.</summary>
    public Statute Statute { get; private set; } = null!;
    /// <summary>Day asked about; today unless one is chosen.</summary>
    public DateOnly On { get; private set; }
    /// <summary>Versions of the same law, oldest first.</summary>
    public IReadOnlyList<Statute> Versions { get; private set; } = [];
    /// <summary>Who cites it, with the articles cited, by the first article.</summary>
    public IReadOnlyList<(LawItem Item, string Articles)> CitedBy { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string id, DateOnly? on)
    {
        if (!law.Current.Statutes.TryFind(id, out var statute))
        {
            return NotFound();
        }

        Statute = statute;
        On = on ?? format.Today;
        Versions = [.. law.Current.Statutes.Versions(statute.Law)];
        CitedBy = [.. from item in LawCatalogue.Of(law.Current)
                      let articles = item.Basis?.Citations.Where(c => c.Statute == id).Select(c => c.Article).ToList() ?? []
                      where articles.Count > 0
                      orderby Number(articles[0])
                      select (item, string.Join("、", articles.Where(a => a.Length > 0).Select(statute.Articles)))];
        return Page();
    }

    private static int Number(string article) => int.TryParse(string.Concat(article.TakeWhile(char.IsAsciiDigit)), out var number) ? number : 0;
}
