using Fadu.Core.Law;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Law;

/// <summary>A code list with its groups, its aliases, and the fields that use it.</summary>
[Permission("law.read")]
public sealed class CodesModel(LawStore law) : PageModel
{
    /// <summary>The list.</summary>
    public CodeList List { get; private set; } = null!;
    /// <summary>Fields whose value is one of its codes.</summary>
    public IReadOnlyList<(Register Register, Field Field)> UsedBy { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string id)
    {
        if (!law.Current.CodeLists.TryGetValue(id, out var list))
        {
            return NotFound();
        }

        List = list;
        UsedBy = [.. law.Current.Newest.SelectMany(r => r.Fields.Where(f => Uses(f, id)).Select(f => (r, f)))];
        return Page();
    }

    private static bool Uses(Field field, string id) => field.Codes?.Id == id || field.Prefill?.Id == id || field.Columns.Any(c => Uses(c, id));
}
