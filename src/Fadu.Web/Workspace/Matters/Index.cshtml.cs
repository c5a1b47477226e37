using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Publications;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>A matter: what was done, what runs, what may be done next.</summary>
[Permission("matters.read")]
public sealed class IndexModel(LawStore law, MatterDetails details, FieldWords words, PublishedWords published, OfficeDirectory offices, PersonalDataReads reads, StepDrafts drafts, CurrentActor me, PageFormat format) : PageModel
{
    /// <summary>The matter.</summary>
    public MatterView View { get; private set; } = null!;
    /// <summary>Steps that may be done, and those that may not with the reasons.</summary>
    public IReadOnlyList<StepOption> Options { get; private set; } = [];
    /// <summary>The step that comes next, if this account may record it.</summary>
    public StepOption? Next { get; private set; }
    /// <summary>Forms of its steps that this account left half-filled.</summary>
    public IReadOnlyList<StepDraft> Drafts { get; private set; } = [];
    /// <summary>Personal data is shown.</summary>
    public bool Unmasked { get; private set; }

    /// <summary>Law.</summary>
    public LawStore Law => law;
    /// <summary>Register.</summary>
    public Register Register => View.Register;
    /// <summary>State.</summary>
    public MatterState State => View.State;
    /// <summary>Title as this reader may see it.</summary>
    public string Title => Unmasked ? State.Title : PersonalData.Title(Register, State.Title, State.Values);
    /// <summary>The clock that ends first.</summary>
    public ClockState? NextClock => View.Facts.Row["next_clock"] is string id ? View.Facts.Clocks.FirstOrDefault(c => c.Clock.Id == id) : null;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Shows it once with personal data, after that was written down.</summary>
    public async Task<IActionResult> OnPostUnmaskAsync(long id, string? reason)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!MayUnmask)
        {
            return Forbid();
        }

        if (reason?.Trim() is not { Length: >= 4 } given)
        {
            TempData["Failed"] = "查看未脱敏信息须写明理由（不少于4个字），理由计入审计记录。";
            return Redirect($"/matters/{id}");
        }

        await reads.NoteAsync(me.Value, id, $"事项：{State.Number ?? Title}", given, HttpContext.RequestAborted);
        Unmasked = true;
        return Page();
    }

    /// <summary>Whether the account may see personal data of this matter.</summary>
    public bool MayUnmask => me.Value.May(PersonalDataReads.Permission, State.Office, State.Handler);

    /// <summary>A value in words, masked unless asked otherwise.</summary>
    public string Words(Field field, object? value) => words.Of(field, Unmasked ? value : PersonalData.Mask(field, value), Linked);

    /// <summary>What a matter named by this one is called, if it is shown here.</summary>
    public string? Linked(long id) => View.Links.FirstOrDefault(l => l.Id == id) is { } link ? link.Number ?? link.Title : null;

    /// <summary>What each publication that is due or done shows, as the public sees it.</summary>
    public IEnumerable<(Publication Publication, bool Done, IReadOnlyList<(string Title, string Value)> Values)> Published() =>
        Register.Publications
            .Where(p => p.After.Any(State.HasDone) && Options.FirstOrDefault(o => o.Step.Id == p.Step)?.Refusals.Any(r => r.Kind == RefusalKind.NotApplicable) is not true)
            .Select(p => (p, State.HasDone(p.Step), (IReadOnlyList<(string, string)>)[.. PublishedView.Of(Register, p, State, View.Facts.Row).Select(v => (v.Title, published.Of(v)))]));

    /// <summary>Light of a clock today.</summary>
    public Light Light(ClockState clock) => clock.LightOn(format.Today, law.Current.Calendar);

    /// <summary>Fields that have a value, by the step that sets them; each once, derived ones last.</summary>
    public IEnumerable<(string Title, IReadOnlyList<(Field Field, object? Value)> Fields)> Groups()
    {
        HashSet<string> seen = [];
        foreach (var step in Register.Steps)
        {
            List<(Field, object?)> fields = [.. step.Sets.Select(s => s.Field).Concat(step.Adds).Concat(step.Collect is { } collect ? [collect.Into] : []).Where(seen.Add).Select(f => Register.Field(f)!)
                .Where(f => f.Derive is null && State.Values.GetValueOrDefault(f.Id) is not null).Select(f => (f, State.Values[f.Id]))];
            if (fields.Count > 0)
            {
                yield return (step.Title, fields);
            }
        }

        List<(Field, object?)> derived = [.. Register.Fields.Where(f => f.Derive is not null && View.Facts.Row[f.Id] is not null).Select(f => (f, View.Facts.Row[f.Id]))];
        if (derived.Count > 0)
        {
            yield return ("计算得出", derived);
        }
    }

    private async Task<bool> LoadAsync(long id)
    {
        var actor = me.Value;
        if (await details.ViewAsync(actor, id, HttpContext.RequestAborted) is not { } view)
        {
            return false;
        }

        View = view;
        Options = [.. Rules.Procedures.Options.Of(Register, State, format.Today, view.Context).Where(o => o.Step.By.Count > 0)];
        var mine = me.May("matters.record") ? Options.Where(o => o.Allowed && MayDo(o.Step)).ToList() : [];
        Drafts = me.May("matters.record") ? await drafts.OfAsync(actor, id, HttpContext.RequestAborted) : [];
        Next = Towards(NextClock?.Clock.To ?? [], mine)
            ?? mine.Where(o => o.Step.SendBack is null && o.Step.Closes is null && !o.Step.Repeat).OrderBy(o => IndexOf(o.Step)).FirstOrDefault()
            ?? mine.FirstOrDefault();
        return true;
    }

    /// <summary>The step that meets the clock, or the first one on the way to it.</summary>
    private StepOption? Towards(IReadOnlyList<string> goals, List<StepOption> mine)
    {
        HashSet<string> seen = [];
        while (goals.Count > 0)
        {
            if (mine.FirstOrDefault(o => goals.Contains(o.Step.Id) && o.Step.SendBack is null) is { } found)
            {
                return found;
            }

            goals = [.. goals.Where(seen.Add).Select(g => Register.Step(g)).OfType<Step>().SelectMany(s => s.After.Concat(s.AfterAll)).Where(s => !seen.Contains(s) && !State.HasDone(s))];
        }

        return null;
    }

    private int IndexOf(Step step) => Register.Steps.Select((s, i) => (s, i)).First(x => x.s.Id == step.Id).i;

    /// <summary>Whether the account may record the step.</summary>
    public bool MayDo(Step step) => me.May("matters.record") && me.Value.MayDo(step, State.Office, State.Handler);

    /// <summary>Name of an office; what the system does by itself comes from none.</summary>
    public string Office(string code) => code == "system" ? "" : offices.Name(me.Value.Region, code);
}
