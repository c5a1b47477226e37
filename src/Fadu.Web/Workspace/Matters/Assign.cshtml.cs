using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Matters;

/// <summary>转办: gives a matter to another handler or office.</summary>
[Permission("matters.record")]
public sealed class AssignModel(LawStore law, Database database, MatterDetails details, MatterService matters, OfficeDirectory offices, CurrentActor me) : MatterChangePage(law)
{
    /// <summary>Accounts in scope, with their offices.</summary>
    public IReadOnlyList<(string Id, string Name, string Office)> People { get; private set; } = [];
    /// <summary>Offices in scope.</summary>
    public IReadOnlyList<Office> Offices { get; private set; } = [];
    /// <summary>Typed.</summary>
    [BindProperty]
    public string? Office { get; set; }
    /// <summary>Typed.</summary>
    [BindProperty]
    public string? Handler { get; set; }

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        (Seen, Office, Handler) = (Matter.Version, Matter.State.Office, Matter.State.Handler);
        return Page();
    }

    /// <summary>Gives it.</summary>
    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var person = Handler is { Length: > 0 } ? People.FirstOrDefault(p => p.Id == Handler) : default;
        var office = person.Id is not null ? person.Office : Office;
        if (office is null || Offices.All(o => o.Code != office))
        {
            return Again("请选择接收的单位或者承办人。");
        }

        if (Reason?.Trim() is not { Length: >= 2 } reason)
        {
            return Again("请写明转办理由。");
        }

        var outcome = await matters.AssignAsync(id, Seen, office, person.Id, reason, me.Value, HttpContext.RequestAborted);
        return Answer(outcome, "转办", $"已转办给{offices.Name(me.Value.Region, office)}{person.Name}。", me.Value.Covers(office, person.Id) ? $"/matters/{id}" : $"/registers/{Matter.Register.Id}");
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await details.FindAsync(me.Value, id, HttpContext.RequestAborted) is not var (matter, _))
        {
            return false;
        }

        Matter = matter;
        Offices = [.. offices.Of(me.Value.Region).Where(o => o.Active)];
        await using var connection = await database.OpenAsync(HttpContext.RequestAborted);
        People = [.. (await connection.QueryAsync<(string Id, string Name, string Office, object Active)>(
            "select id, name, office, active from accounts where region = @Region order by office, name", new { me.Value.Region }))
            .Where(p => ColumnValues.YesNo(p.Active) == true).Select(p => (p.Id, p.Name, p.Office))];
        return true;
    }
}
