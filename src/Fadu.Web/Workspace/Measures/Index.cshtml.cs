using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Measures;

/// <summary>The measures of a period, the starred ones first.</summary>
[Permission("measures.read")]
public sealed class IndexModel(MeasureService measures, LawStore law, OfficeDirectory offices, CurrentActor me)
    : MeasurePage(measures, offices, me)
{
    /// <summary>Menu groups with their measures.</summary>
    public IReadOnlyList<(Module Module, IReadOnlyList<MeasureFigure> Figures)> Groups { get; private set; } = [];
    /// <summary>Menu groups to choose from.</summary>
    public IReadOnlyList<Module> Modules { get; private set; } = [];
    /// <summary>The group chosen, or none.</summary>
    public string? Chosen { get; private set; }

    /// <summary>Figures of a field that are open from the start: of all fields together nobody reads more.</summary>
    public int Headlines => Chosen is null ? 8 : int.MaxValue;

    /// <summary>Where the lines of the months come from: they take longer than the figures and follow them.</summary>
    public string? MonthsLink => Chosen is null ? null : Link.To("/measures", ("handler", "Months"), ("module", Chosen));

    /// <summary>Shows the figures.</summary>
    public async Task<IActionResult> OnGetAsync(string? module)
    {
        if (!await ReadAsync(module))
        {
            return NotFound();
        }

        // Of all fields together only what the assessment asks for: more than that nobody reads on one page.
        var requests = Chosen is null ? Service.Starred : [.. OfChosen.Select(m => new MeasureRequest(m.Id))];
        var (now, before) = await Service.WithPreviousAsync(requests, Link.Question, Actor, null, HttpContext.RequestAborted);
        var shown = requests.Select(r => law.Current.Measures[r.Measure]).ToList();
        Groups = [.. from m in Modules
                     let figures = shown.Where(x => x.Module == m.Id).Select(x => Figure(x, now, before)).ToList()
                     where figures.Count > 0
                     select (m, (IReadOnlyList<MeasureFigure>)figures)];
        return Page();
    }

    /// <summary>The lines of the months, each with the place on the page that it replaces.</summary>
    public async Task<IActionResult> OnGetMonthsAsync(string? module)
    {
        if (!await ReadAsync(module) || Chosen is null)
        {
            return NotFound();
        }

        List<MeasureRequest> starred = [.. OfChosen.Where(m => m.Star).Select(m => new MeasureRequest(m.Id))];
        var months = await Service.MonthsAsync(starred, Link.Year, Link.Office, Link.Below, Actor, HttpContext.RequestAborted);
        return Partial("_Months", starred.ConvertAll(r => (r.Measure, (IReadOnlyList<decimal?>)[.. months.Select(m => m.Total(r).Value)])));
    }

    private IEnumerable<Measure> OfChosen => law.Current.Measures.Values.Where(m => m.Module == Chosen);

    private async Task<bool> ReadAsync(string? module)
    {
        Modules = [.. law.Current.Modules.Where(m => law.Current.Measures.Values.Any(x => x.Module == m.Id))];
        Chosen = Modules.Any(m => m.Id == module) ? module : null;
        return await ReadAsync();
    }

    private static MeasureFigure Figure(Measure measure, MeasureFigures now, MeasureFigures before)
    {
        var request = new MeasureRequest(measure.Id);
        return new(measure, now.Total(request), before.Total(request));
    }
}
