using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Registers;

/// <summary>The list of a register.</summary>
[Permission("matters.read")]
public sealed class IndexModel(LawStore law, RegisterLists lists, SavedViews views, OfficeDirectory offices, PersonalDataReads reads, CurrentActor me) : PageModel
{
    /// <summary>Newest version of the register.</summary>
    public Register Register { get; private set; } = null!;
    /// <summary>All columns.</summary>
    public IReadOnlyList<ListColumn> All { get; private set; } = [];
    /// <summary>Columns shown.</summary>
    public IReadOnlyList<ListColumn> Shown { get; private set; } = [];
    /// <summary>What is asked for.</summary>
    public ListQuery Query { get; private set; } = null!;
    /// <summary>Its address.</summary>
    public ListLink Link { get; private set; } = null!;
    /// <summary>The rows.</summary>
    public ListPage Rows { get; private set; } = new([], null);
    /// <summary>Words of cells.</summary>
    public FactWords Words { get; private set; } = null!;
    /// <summary>Views that the account keeps.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];
    /// <summary>Conditions above the list.</summary>
    public IReadOnlyList<ListChip> Chips { get; private set; } = [];
    /// <summary>Offices for filters.</summary>
    public IEnumerable<Office> Offices => offices.Of(me.Value.Region);
    /// <summary>Personal data is shown.</summary>
    public bool Unmasked { get; private set; }
    /// <summary>Opening steps that the account may record.</summary>
    public IReadOnlyList<Step> Openings { get; private set; } = [];

    /// <summary>Columns that have a filter: those shown, and what every list is filtered by.</summary>
    public IEnumerable<ListColumn> Filtered =>
        All.Where(c => c.Name is "status" or "office" or "opened_on" or "closed_on" || Shown.Contains(c) || Query.Filters.Any(f => f.Column == c.Name))
            .Where(c => c.Kind != ListColumnKind.Reference && c.Name is not "number" and not "handler");

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Shows it once with personal data, after that was written down.</summary>
    public async Task<IActionResult> OnPostUnmaskAsync(string id, string? reason)
    {
        if (!me.May(PersonalDataReads.Permission))
        {
            return Forbid();
        }

        if (reason?.Trim() is not { Length: >= 4 } given)
        {
            TempData["Failed"] = "查看未脱敏信息须写明理由（不少于4个字），理由计入审计记录。";
            return Redirect(ListLink.Of($"/registers/{id}", Request.Query).ToString());
        }

        if (!await LoadAsync(id, unmasked: true))
        {
            return NotFound();
        }

        await reads.NoteAsync(me.Value, null, $"列表：{Register.Title}，{Rows.Rows.Count}行", given, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Remembers the chosen columns.</summary>
    public async Task<IActionResult> OnPostColumnsAsync(string id, string[] c)
    {
        await views.SaveColumnsAsync(me.Value, id, string.Join('&', c.Select(x => "c=" + Uri.EscapeDataString(x))), HttpContext.RequestAborted);
        return Redirect(ListLink.Of($"/registers/{id}", Request.Query).Without("c").ToString());
    }

    /// <summary>Keeps the list under a name.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string id, string? name)
    {
        var link = ListLink.Of($"/registers/{id}", Request.Query).Without("after");
        if (name?.Trim() is { Length: > 0 and <= SavedViews.LongestName } given)
        {
            await views.SaveAsync(me.Value, id, given, link.Query, HttpContext.RequestAborted);
            TempData["Done"] = $"已保存视图“{given}”。";
        }
        else
        {
            TempData["Failed"] = $"视图名称应为1至{SavedViews.LongestName}个字。";
        }

        return Redirect(link.ToString());
    }

    /// <summary>Forgets a view.</summary>
    public async Task<IActionResult> OnPostForgetAsync(string id, string? name)
    {
        await views.DeleteAsync(me.Value, id, name ?? "", HttpContext.RequestAborted);
        return Redirect($"/registers/{id}");
    }

    private async Task<bool> LoadAsync(string id, bool unmasked = false)
    {
        if (!law.Current.Has(id))
        {
            return false;
        }

        var actor = me.Value;
        Register = law.Current.Latest(id);
        All = ListColumns.Of(law.Current, id);
        Link = ListLink.Of($"/registers/{id}", Request.Query);
        (Views, var chosen) = await views.OfAsync(actor, id, HttpContext.RequestAborted);
        Query = ListAddress.Read(id, All, Link.Inputs);
        var names = Query.Columns.Count > 0 ? Query.Columns : ListAddress.Read(id, All, ListLink.Of("", chosen).Inputs).Columns;
        names = names.Count > 0 ? names : ListColumns.Defaults(Register);
        Shown = [.. names.Select(n => All.FirstOrDefault(c => c.Name == n)).OfType<ListColumn>()];
        Unmasked = unmasked;
        Words = new(Register, offices, actor.Region, !unmasked);
        var shown = Shown.Select(c => c.Name).ToList();
        Query = Query with { Columns = [.. shown, .. FactWords.NeededFor(Register, shown)] };
        Rows = await lists.PageAsync(Query, unmasked ? actor.For(PersonalDataReads.Permission) : actor, HttpContext.RequestAborted);
        Chips = [.. ListChips.Of(Query, All, Link, offices, actor.Region)];
        Openings = me.May("matters.record") ? [.. Register.Steps.Where(s => s.Opens && actor.MayDo(s))] : [];
        return true;
    }
}
