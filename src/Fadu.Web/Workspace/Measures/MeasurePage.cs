using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Measures;

/// <summary>What the pages about measures share: period and office, and who may see what.</summary>
public abstract class MeasurePage(MeasureService measures, OfficeDirectory offices, CurrentActor me) : PageModel
{
    /// <summary>Period and office.</summary>
    public MeasureLink Link { get; private set; } = null!;
    /// <summary>Last year in which anything was opened.</summary>
    public int LatestYear { get; private set; }
    /// <summary>Years to choose from, newest first.</summary>
    public IEnumerable<int> Years => measures.YearsWith(Link.Year);
    /// <summary>Offices to choose from.</summary>
    public IEnumerable<Office> Offices => offices.SeenBy(Actor);
    /// <summary>Name of the scope, for titles.</summary>
    public string Scope => Link.Office is { } office ? offices.Name(me.Value.Region, office) + (Link.Below ? "及下级" : "") : Actor.Scope == DataScope.District ? "全区" : "本人可见单位";

    /// <summary>Who asks.</summary>
    protected Actor Actor => me.Value;
    /// <summary>Name of an office.</summary>
    protected string OfficeName(string code) => offices.Name(me.Value.Region, code);
    /// <summary>Measures.</summary>
    protected MeasureService Service => measures;

    /// <summary>Reads the address; false where the office asked about is not there or not to be seen.</summary>
    protected async Task<bool> ReadAsync()
    {
        LatestYear = await measures.LatestYearAsync(Actor.Region, HttpContext.RequestAborted);
        Link = MeasureLink.Read(Request.Query, LatestYear);
        return Link.Office is null || Offices.Any(o => o.Code == Link.Office);
    }
}
