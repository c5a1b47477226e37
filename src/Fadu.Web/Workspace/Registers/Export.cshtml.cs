using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Registers;

/// <summary>Exports the list as it is filtered.</summary>
[Permission("matters.export")]
public sealed class ExportModel(LawStore law, RegisterLists lists, SavedViews views, OfficeDirectory offices, PersonalDataReads reads, CurrentActor me, PageFormat format) : PageModel
{
    /// <summary>Register.</summary>
    public Register Register { get; private set; } = null!;
    /// <summary>How many rows.</summary>
    public long Count { get; private set; }
    /// <summary>Address of the list.</summary>
    public ListLink Link { get; private set; } = null!;
    /// <summary>Conditions.</summary>
    public IReadOnlyList<ListChip> Chips { get; private set; } = [];
    /// <summary>Why nothing was exported.</summary>
    public string? Fault { get; private set; }

    private IReadOnlyList<ListColumn> all = [];
    private ListQuery query = null!;

    /// <summary>Says what would be exported.</summary>
    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!Load(id))
        {
            return NotFound();
        }

        Count = await lists.CountAsync(query, me.Value, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Writes the workbook.</summary>
    /// <param name="columns"><c>all</c> or the columns of the list.</param>
    /// <param name="reason">Given where personal data is to be shown.</param>
    public async Task<IActionResult> OnPostAsync(string id, string? columns, bool unmask, string? reason)
    {
        if (!Load(id))
        {
            return NotFound();
        }

        var actor = me.Value;
        if (unmask && (!me.May(PersonalDataReads.Permission) || reason?.Trim() is not { Length: >= 4 }))
        {
            Fault = me.May(PersonalDataReads.Permission) ? "导出未脱敏信息须写明理由（不少于4个字）。" : "您的角色不能导出未脱敏信息。";
            Count = await lists.CountAsync(query, actor, HttpContext.RequestAborted);
            return Page();
        }

        if (unmask)
        {
            await reads.NoteAsync(actor, null, $"导出：{Register.Title}", reason!.Trim(), HttpContext.RequestAborted);
        }

        var shown = columns == "all" ? all : await ShownAsync(actor);
        var names = shown.Select(c => c.Name).ToList();
        var rows = lists.StreamAsync(query with { Columns = [.. names, .. FactWords.NeededFor(Register, names)] }, unmask ? actor.For(PersonalDataReads.Permission) : actor, HttpContext.RequestAborted);
        var under = $"导出单位：{format.Office(actor.Office)}　导出人：{actor.Name}　导出日期：{format.Day(format.Today)}";
        return await Download.XlsxAsync($"{Register.Title}台账{format.Today:yyyyMMdd}", file =>
            ListExport.WriteAsync(file, Register.Title + "台账", under, shown, new(Register, offices, actor.Region, !unmask), rows, HttpContext.RequestAborted));
    }

    private bool Load(string id)
    {
        if (!law.Current.Has(id))
        {
            return false;
        }

        Register = law.Current.Latest(id);
        all = ListColumns.Of(law.Current, id);
        Link = ListLink.Of($"/registers/{id}", Request.Query).Without();
        query = ListAddress.Read(id, all, Link.Inputs);
        Chips = [.. ListChips.Of(query, all, Link, offices, me.Value.Region)];
        return true;
    }

    private async Task<IReadOnlyList<ListColumn>> ShownAsync(Actor actor)
    {
        var names = query.Columns;
        if (names.Count == 0)
        {
            names = ListAddress.Read(Register.Id, all, ListLink.Of("", (await views.OfAsync(actor, Register.Id, HttpContext.RequestAborted)).Columns).Inputs).Columns;
        }

        names = names.Count > 0 ? names : ListColumns.Defaults(Register);
        return [.. names.Select(n => all.FirstOrDefault(c => c.Name == n)).OfType<ListColumn>()];
    }
}
