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

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string? module)
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        var all = law.Current.Measures.Values;
        Modules = [.. law.Current.Modules.Where(m => all.Any(x => x.Module == m.Id))];
        Chosen = Modules.Any(m => m.Id == module) ? module : null;

        // Of all fields together only what the assessment asks for, without months: more than that nobody reads on one page.
        IReadOnlyList<MeasureRequest> requests = Chosen is null ? Service.Starred : [.. all.Where(m => m.Module == Chosen).Select(m => new MeasureRequest(m.Id))];
        var shown = requests.Select(r => law.Current.Measures[r.Measure]).ToList();
        List<MeasureRequest> starred = [.. shown.Where(m => m.Star && Chosen is not null).Select(m => new MeasureRequest(m.Id))];
        var cancel = HttpContext.RequestAborted;
        var (now, before) = await Service.WithPreviousAsync(requests, Link.Question, Actor, null, cancel);
        var series = starred.Count == 0 ? [] : await Service.MonthsAsync(starred, Link.Year, Link.Office, Link.Below, Actor, cancel);
        Groups = [.. from m in Modules
                     let figures = shown.Where(x => x.Module == m.Id).Select(x => Figure(x, now, before, series)).ToList()
                     where figures.Count > 0
                     select (m, (IReadOnlyList<MeasureFigure>)figures)];
        return Page();
    }

    private static MeasureFigure Figure(Measure measure, MeasureFigures now, MeasureFigures before, IReadOnlyList<MeasureFigures> months)
    {
        var request = new MeasureRequest(measure.Id);
        return new(measure, now.Total(request), before.Total(request), measure.Star && months.Count > 0 ? [.. months.Select(m => m.Total(request).Value)] : []);
    }
}
