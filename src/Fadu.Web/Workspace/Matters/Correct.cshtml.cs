using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>更正: the record was wrong, the act was not.</summary>
[Permission("matters.correct")]
public sealed class CorrectModel(LawStore law, MatterDetails details, MatterService matters, FieldLookups lookups, CurrentActor me, PageFormat format) : PageModel
{
    /// <summary>The form: all fields that have been recorded.</summary>
    public StepFormView Form { get; private set; } = null!;
    /// <summary>Acts whose day may be corrected.</summary>
    public IEnumerable<RecordedAct> Acts => Form.Matter!.State.Acts;
    /// <summary>Fields that may be corrected.</summary>
    public IReadOnlyList<FormField> Fields { get; private set; } = [];

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await details.FindAsync(me.Value, id, HttpContext.RequestAborted) is not var (matter, _))
        {
            return NotFound();
        }

        Dictionary<string, IReadOnlyList<string>> inputs = new() { ["seen"] = [matter.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)] };
        Open(matter, new(inputs));
        foreach (var item in Fields.Where(f => Form.Prefills(f.Field)))
        {
            FieldInputs.Put(inputs, item.Field, matter.State.Values.GetValueOrDefault(item.Field.Id));
        }

        foreach (var act in Acts)
        {
            inputs[$"day.{act.Sequence}"] = [format.Day(act.On)];
        }

        await LoadOfficersAsync();
        return Page();
    }

    /// <summary>Writes the correction.</summary>
    public async Task<IActionResult> OnPostAsync(long id)
    {
        if (await details.FindAsync(me.Value, id, HttpContext.RequestAborted) is not var (matter, _))
        {
            return NotFound();
        }

        var inputs = Request.Form.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()]);
        var rows = RowCommands.Apply(inputs);
        Open(matter, new(inputs));
        var form = new FieldForm(await lookups.ForAsync(me.Value, Fields.Select(f => f.Field), Form.Typed, HttpContext.RequestAborted));
        foreach (var item in Fields)
        {
            form.Read(item.Field, Form.Typed);
        }

        var days = Days();
        var reason = Form.Typed["reason"].Trim();
        if (!rows)
        {
            Form.Errors.AddRange(form.Errors.Select(e => new FormError(e.Input, e.Says)));
            if (reason.Length < 4)
            {
                Form.Errors.Add(new("reason", "请写明更正理由（不少于4个字），理由记入留痕账本"));
            }
        }

        if (!rows && Form.Errors.Count == 0)
        {
            var values = form.Values.Where(v => (v.Value is not null || Form.Prefills(matter.Register.Field(v.Key)!)) && Differs(matter, v.Key, v.Value)).ToDictionary(v => v.Key, v => v.Value);
            var outcome = await matters.CorrectAsync(new() { Matter = id, SeenVersion = Form.Seen, Values = values, Days = days, Reason = reason }, me.Value, HttpContext.RequestAborted);
            switch (outcome)
            {
                case MatterOutcome.Recorded done:
                    TempData["Done"] = done.Version == matter.Version ? "内容没有变化，没有写入更正。" : "已更正。更正前的内容保留在办理过程和留痕账本中。";
                    return Redirect($"/matters/{id}");
                case MatterOutcome.Refused refused:
                    Form.Refuse(refused.Refusals, r => MatterText.Of(law, r));
                    break;
                case MatterOutcome.Stale stale:
                    Form.Stale = stale;
                    break;
                default:
                    return NotFound();
            }
        }

        await LoadOfficersAsync();
        Response.StatusCode = Form.Stale is not null ? StatusCodes.Status409Conflict : Form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return Page();
    }

    private void Open(LoadedMatter matter, TypedInputs typed)
    {
        // Correcting is no step of the procedure; the form of fields is the same.
        Form = new() { Register = matter.Register, Step = matter.Register.Steps[0] with { Repeat = false, Adds = [], Sets = [.. Corrigible(matter).Select(f => new StepField(f.Id, false))] }, Matter = matter, Typed = typed };
        Fields = Form.Fields;
    }

    private static IEnumerable<Field> Corrigible(LoadedMatter matter) =>
        matter.Register.Fields.Where(f => f.Derive is null && f.Type != FieldType.File && matter.State.Values.GetValueOrDefault(f.Id) is not null);

    /// <summary>Only what is changed is said in the ledger entry.</summary>
    private static bool Differs(LoadedMatter matter, string field, object? value) =>
        StateJson.Write(matter.State.Values.GetValueOrDefault(field))?.ToJsonString() != StateJson.Write(value)?.ToJsonString();

    private Dictionary<int, DateOnly> Days()
    {
        Dictionary<int, DateOnly> days = [];
        foreach (var act in Acts)
        {
            var typed = Form.Typed[$"day.{act.Sequence}"];
            if (typed.Length > 0 && TypedDay.Read(typed) is var day && day != act.On)
            {
                if (day is { } right)
                {
                    days[act.Sequence] = right;
                }
                else
                {
                    Form.Errors.Add(new($"day.{act.Sequence}", $"“{Form.Register.Step(act.Step)?.Title}”的日期写错了，例如 {format.Day(act.On)}"));
                }
            }
        }

        return days;
    }

    private async Task LoadOfficersAsync() =>
        Form.Officers = await lookups.OfficersAsync(me.Value.Region, [me.Value.Office, Form.Matter!.State.Office], HttpContext.RequestAborted);
}
