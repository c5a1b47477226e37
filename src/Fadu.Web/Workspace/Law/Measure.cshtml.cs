using Fadu.Core.Law;
using Fadu.Rules.Measures;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Law;

/// <summary>The definition of a measure: each way to compute it, in words and as written.</summary>
[Permission("law.read")]
public sealed class MeasureModel(LawStore law) : PageModel
{
    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string id)
    {
        if (!law.Current.Measures.TryGetValue(id, out var measure))
        {
            return NotFound();
        }

        Measure = measure;
        return Page();
    }
}
