using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Search;

/// <summary>Search over all registers.</summary>
[Permission("matters.read")]
public sealed class IndexModel(LawStore law, MatterSearch search, CurrentActor me) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Typed words.</summary>
    public string Words { get; private set; } = "";
    /// <summary>Only this register.</summary>
    public string? Register { get; private set; }
    /// <summary>What was found.</summary>
    public IReadOnlyList<FoundMatter> Found { get; private set; } = [];
    /// <summary>Last matter of the page, where there are more.</summary>
    public long? Next { get; private set; }
    /// <summary>Registers to choose from.</summary>
    public IEnumerable<Fadu.Rules.Registers.Register> Registers => law.Current.Newest;

    /// <summary>Searches.</summary>
    public async Task OnGetAsync(string? q, string? register, long? after)
    {
        Words = q?.Trim() ?? "";
        Register = register is { Length: > 0 } && law.Current.Has(register) ? register : null;
        var rows = await search.FindAsync(Words, Register, after, PageSize + 1, me.Value, HttpContext.RequestAborted);
        Found = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Found[^1].Id : null;
    }
}
