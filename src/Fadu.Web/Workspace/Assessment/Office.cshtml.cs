using Fadu.Core.Assessment;
using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Rules.Assessment;
using Fadu.Web.Security;
using Fadu.Web.Workspace.Findings;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Assessment;

/// <summary>The items of one office, each with its arithmetic and the way to what is behind it.</summary>
[Permission("measures.read")]
public sealed class OfficeModel(AssessmentService assessment, MeasureService measures, LawStore law, CurrentActor me) : AssessmentPage(assessment, measures, law, me)
{
    /// <summary>The office with its score.</summary>
    public AssessedOffice Assessed { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string office, string? scheme, int? year)
    {
        if (!await ReadAsync(scheme, year) || Offices.FirstOrDefault(o => o.Office.Code == office) is not { } found)
        {
            return NotFound();
        }

        Assessed = found;
        return Page();
    }

    /// <summary>Where the matters, findings or the self-assessment behind an item are.</summary>
    public string? Source(ItemScore score) => score.Item switch
    {
        { Measure: { } measure } => $"/measures/{measure.Request.Measure}?period={Year}&office={Assessed.Office.Code}",
        { Deduction: { } deduction } => FindingFilter.Address(new(deduction.Rules, Assessed.Office.Code), "", null),
        _ => score.Entry is { } entry ? $"/matters/{entry.Matter}" : null,
    };

    /// <summary>Article of an item.</summary>
    public string BasisOf(AssessmentItem item) => Cite(item.Basis);
}
