using Fadu.Core.Assessment;
using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Rules.Assessment;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Assessment;

/// <summary>What the pages of the assessment share: scheme and year.</summary>
public abstract class AssessmentPage(AssessmentService assessment, MeasureService measures, LawStore law, CurrentActor me) : PageModel
{
    /// <summary>Schemes to choose from.</summary>
    public IReadOnlyList<AssessmentScheme> Schemes { get; } = [.. law.Current.AssessmentSchemes.Values];
    /// <summary>The scheme shown.</summary>
    public AssessmentScheme Scheme { get; private set; } = null!;
    /// <summary>The year shown.</summary>
    public int Year { get; private set; }
    /// <summary>Years to choose from, newest first.</summary>
    public IEnumerable<int> Years => measures.YearsWith(Year);
    /// <summary>Offices with their scores.</summary>
    public IReadOnlyList<AssessedOffice> Offices { get; private set; } = [];

    /// <summary>Reads scheme and year from the address and scores; false where the law has no scheme.</summary>
    protected async Task<bool> ReadAsync(string? scheme, int? year)
    {
        if (Schemes.Count == 0)
        {
            return false;
        }

        Scheme = Schemes.FirstOrDefault(s => s.Id == scheme) ?? Schemes[0];
        Year = year is >= 1949 and <= 2200 ? year.Value : await measures.LatestYearAsync(me.Value.Region, HttpContext.RequestAborted);
        Offices = await assessment.ScoreAsync(Scheme, Year, me.Value, HttpContext.RequestAborted);
        return true;
    }

    /// <summary>A basis as a citation.</summary>
    protected string Cite(Basis basis) => law.Current.Cite(basis);
    /// <summary>Basis of the scheme.</summary>
    public string Basis => law.Current.Cite(Scheme.Basis);

    /// <summary>Address of a page with this scheme and year.</summary>
    public string To(string path) => $"{path}?scheme={Scheme.Id}&year={Year}";
}
