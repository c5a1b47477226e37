using Fadu.Core.Lists;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Workbench;

/// <summary>The matters behind a number of the workbench.</summary>
[Permission("matters.read")]
public sealed class WorkModel(Fadu.Core.Lists.Workbench workbench, CurrentActor me) : PageModel
{
    private const int PageSize = 50;

    private static readonly Dictionary<string, (WorkKind Kind, string Title)> Kinds = new(StringComparer.Ordinal)
    {
        ["todo"] = (WorkKind.Todo, "待办"),
        ["mine"] = (WorkKind.Mine, "本人承办"),
        ["open"] = (WorkKind.Open, "本单位在办"),
        ["near"] = (WorkKind.Near, "临期"),
        ["overdue"] = (WorkKind.Overdue, "超期"),
    };

    /// <summary>Heading.</summary>
    public string Title { get; private set; } = "";
    /// <summary>Matters.</summary>
    public IReadOnlyList<FoundMatter> Matters { get; private set; } = [];
    /// <summary>Address of the next page.</summary>
    public string? Next { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string kind, string? after)
    {
        if (!Kinds.TryGetValue(kind, out var found))
        {
            return NotFound();
        }

        var cursor = ListCursor.Parse(after);
        var rows = await workbench.ListAsync(found.Kind, null, cursor is null ? null : (Day(cursor.Value), cursor.Matter), PageSize + 1, me.Value, HttpContext.RequestAborted);
        Title = found.Title;
        Matters = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? $"/work/{kind}?after={Uri.EscapeDataString(new ListCursor(Matters[^1].Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Matters[^1].Id).ToString())}" : null;
        return Page();
    }

    private static DateOnly? Day(string? text) => text is null ? null : Fadu.Web.Workspace.Matters.TypedDay.Read(text);
}
