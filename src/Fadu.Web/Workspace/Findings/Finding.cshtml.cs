using Fadu.Core.Law;
using Fadu.Core.Supervision;
using Fadu.Rules.Supervision;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Findings;

/// <summary>One finding: what it says, what was done, what may be done next.</summary>
[Permission("findings.read")]
public sealed class FindingModel(FindingService findings, LawStore law, CurrentActor me) : PageModel
{
    private const int AnswerDays = 15;

    /// <summary>The finding.</summary>
    public Finding Finding { get; private set; } = null!;
    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<FindingHistory> History { get; private set; } = [];
    /// <summary>What may be done now.</summary>
    public IReadOnlyList<FindingActRule> Allowed { get; private set; } = [];
    /// <summary>The rule, or none where a gate was passed by an import.</summary>
    public SupervisionRule? Rule { get; private set; }
    /// <summary>Title of the rule.</summary>
    public string RuleTitle => FindingWords.Rule(law.Current, Finding.Rule);
    /// <summary>The condition in words.</summary>
    public string? Condition => Rule?.Where.Explain();
    /// <summary>Why the last act was refused.</summary>
    public string? Fault { get; private set; }
    /// <summary>What was typed in the act that was refused.</summary>
    public FindingAct? Typed { get; private set; }

    /// <summary>Text typed in an act that may not be done any more: to be copied.</summary>
    public string? Leftover => Typed is { Text.Length: > 0 } typed && Allowed.All(a => a.Act != typed.Act) ? typed.Text : null;

    /// <summary>Instruments that may be sent now: heavier than the last.</summary>
    public IEnumerable<(string Id, string Title)> Instruments => FindingActs.Instruments.Skip(FindingActs.Weight(Finding.Instrument) + 1);

    /// <summary>Proposed due day of an answer.</summary>
    public static DateOnly ProposedDue(DateOnly today) => today.AddDays(AnswerDays);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Records an act.</summary>
    public async Task<IActionResult> OnPostAsync(long id, int version, string? act, string? text, string? instrument, DateOnly? due)
    {
        var typed = new FindingAct(act ?? "", text ?? "", instrument, due);
        switch (await findings.ActAsync(id, version, typed, me.Value, HttpContext.RequestAborted))
        {
            case FindingOutcome.Missing:
                return NotFound();
            case FindingOutcome.Refused refused:
                (Fault, Typed) = (refused.Says, typed);
                return await LoadAsync(id) ? Page() : NotFound();
            default:
                TempData["Done"] = $"已{FindingActs.Find(typed.Act)!.Title}。";
                return Redirect($"/findings/{id}");
        }
    }

    private async Task<bool> LoadAsync(long id)
    {
        if (await findings.FindAsync(id, me.Value, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Finding = found;
        History = await findings.HistoryAsync(id, me.Value.Region, HttpContext.RequestAborted);
        Allowed = [.. FindingService.Allowed(found, me.Value)];
        Rule = law.Current.SupervisionRules.GetValueOrDefault(found.Rule);
        return true;
    }
}
