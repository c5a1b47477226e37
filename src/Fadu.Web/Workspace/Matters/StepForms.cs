using Fadu.Core;
using Fadu.Core.Files;
using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Web.Workspace.Matters;

/// <summary>Prepares and records the form of a step, for a new matter and for one at hand.</summary>
public sealed partial class StepForms(
    LawStore law, MatterService matters, MatterSearch search, FieldLookups lookups, FileStore files, KeptFiles kept, StepDrafts drafts, PageFormat format, TimeProvider time, ILogger<StepForms> log)
{
    /// <summary>The form as it opens: as it was left, or with what is known.</summary>
    public async Task<StepFormView> OpenAsync(Register register, Step step, LoadedMatter? matter, ProcedureContext context, Actor actor, CancellationToken cancel)
    {
        var view = await drafts.FindAsync(actor, register.Id, step.Id, matter?.Id, cancel) is { } draft
            ? new() { Register = register, Step = step, Matter = matter, Typed = new(draft.Inputs.ToDictionary()), SavedAt = draft.SavedAt }
            : Fresh(register, step, matter, context);
        view.Kept.AddRange(view.Typed.All("kept").Select(t => (Token: t, File: kept.Open(actor, t))).Where(k => k.File is not null).Select(k => new KeptFile(k.Token, k.File!)));
        return await FinishAsync(view, context, actor, Draft(view, actor, ReadValues(view, new(await lookups.ForAsync(actor, view.Fields.Select(f => f.Field), view.Typed, cancel)))), cancel);
    }

    /// <summary>Forgets the form that the account left.</summary>
    public Task DiscardAsync(Register register, Step step, LoadedMatter? matter, Actor actor, CancellationToken cancel) => drafts.DiscardAsync(actor, register.Id, step.Id, matter?.Id, cancel);

    private StepFormView Fresh(Register register, Step step, LoadedMatter? matter, ProcedureContext context)
    {
        Dictionary<string, IReadOnlyList<string>> inputs = new(StringComparer.Ordinal)
        {
            ["on"] = [format.Day(format.Today)],
            ["seen"] = [(matter?.Version ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)],
        };
        StepFormView view = new() { Register = register, Step = step, Matter = matter, Typed = new(inputs) };
        var facts = matter is null ? null : FactBuilder.Build(register, matter.State, context).Row;
        foreach (var field in view.Fields.Select(f => f.Field).Where(f => f.Derive is null))
        {
            var value = view.Prefills(field) ? matter?.State.Values.GetValueOrDefault(field.Id) : null;
            FieldInputs.Put(inputs, field, value ?? Default(register, field, facts, context));
        }

        return view;
    }

    /// <summary>Takes what was typed: records it, keeps it, or shows it again with what is wrong.</summary>
    /// <returns>The recorded matter, or the form.</returns>
    public async Task<(MatterOutcome.Recorded? Done, StepFormView? Again)> TakeAsync(
        Register register, Step step, LoadedMatter? matter, ProcedureContext context, Actor actor, IFormCollection form, CancellationToken cancel)
    {
        var inputs = form.Where(f => f.Key != "__RequestVerificationToken")
            .ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()], StringComparer.Ordinal);
        var command = RowCommands.Apply(inputs);
        var view = new StepFormView { Register = register, Step = step, Matter = matter, Typed = new(inputs) };
        var stored = await StoredAsync(view, () => TakeFilesAsync(view, form, actor, cancel));
        if (stored && form.ContainsKey("save"))
        {
            await StoredAsync(view, () => SaveAsync(view, inputs, actor, cancel));
            return (null, await FinishAsync(view, context, actor, Draft(view, actor, new Dictionary<string, object?>()), cancel));
        }

        var fields = new FieldForm(await lookups.ForAsync(actor, view.Fields.Select(f => f.Field), view.Typed, cancel));
        var values = ReadValues(view, fields);
        view.Errors.AddRange(fields.Errors.Select(e => new FormError(e.Input, e.Says)));
        foreach (var error in fields.Errors)
        {
            await SuggestAsync(view, error, actor, cancel);
        }

        var on = TypedDay.Read(view.Typed["on"]);
        if (on is null)
        {
            view.Errors.Insert(0, new("on", $"请填写{step.Title}的日期，例如 {format.Day(format.Today)}"));
        }

        var draft = Draft(view, actor, values);
        if (!stored || command || form.ContainsKey("preview") || view.Errors.Count > 0)
        {
            // Adding a row or asking for the limits is no attempt to record: what is still missing is not held against the user.
            if (stored && (command || form.ContainsKey("preview")))
            {
                view.Errors.Clear();
            }

            return (null, await FinishAsync(view, context, actor, draft, cancel));
        }

        MatterOutcome? outcome = null;
        await StoredAsync(view, async () => outcome = await matters.RecordAsync(new()
        {
            Register = register.Id,
            Matter = matter?.Id,
            SeenVersion = matter is null ? null : view.Seen,
            Step = step.Id,
            On = on!.Value,
            Values = values,
            Files = [.. view.Kept.Select(k => k.File)],
            Reason = draft.Reason,
        }, actor, cancel));
        switch (outcome)
        {
            case null:
                break;
            case MatterOutcome.Recorded done:
                await drafts.DiscardAsync(actor, register.Id, step.Id, matter?.Id, cancel);
                return (done, null);
            case MatterOutcome.Refused refused:
                view.Refuse(refused.Refusals, r => MatterText.Of(law, r));
                break;
            case MatterOutcome.Stale stale:
                view.Stale = stale;
                break;
            case MatterOutcome.Forbidden forbidden:
                view.Errors.Add(new("", forbidden.Says + "。"));
                break;
            default:
                view.Errors.Add(new("", "这件事项已不在您的数据范围内，没有写入任何内容。"));
                break;
        }

        return (null, await FinishAsync(view, context, actor, draft, cancel));
    }

    private async Task SaveAsync(StepFormView view, Dictionary<string, IReadOnlyList<string>> inputs, Actor actor, CancellationToken cancel)
    {
        Dictionary<string, IReadOnlyList<string>> typed = inputs.Where(i => i.Key is not ("save" or "drop" or "rows")).ToDictionary();
        typed["kept"] = [.. view.Kept.Select(k => k.Token)];
        view.SavedAt = await drafts.SaveAsync(actor, view.Register.Id, view.Step.Id, view.Matter?.Id, typed, cancel);
    }

    /// <summary>Writes; where the storage refuses, the form says so and keeps what was typed.</summary>
    private async Task<bool> StoredAsync(StepFormView view, Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception fault) when (StorageFaults.Says(fault) is { } says)
        {
            Failed(fault, view.Register.Id, view.Step.Id);
            view.Errors.Insert(0, new("", says + "。"));
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "the storage refused the step {Step} of {Register}")]
    private partial void Failed(Exception fault, string register, string step);

    private async Task<StepFormView> FinishAsync(StepFormView view, ProcedureContext context, Actor actor, ActDraft draft, CancellationToken cancel)
    {
        IReadOnlyList<ClockState> before = view.Matter is { } matter ? FactBuilder.Build(view.Register, matter.State, context).Clocks : [];
        view.Clocks = [.. ClockChanges.Of(before, Procedure.Preview(view.Register, view.Matter?.State, draft, context).Clocks, law.Cite)];
        if (view.Matter is { } at && view.Errors.Count == 0)
        {
            view.Blocked = Rules.Procedures.Options.Of(view.Register, at.State, draft.On, context).FirstOrDefault(o => o.Step.Id == view.Step.Id)?.Refusals
                .Where(r => r.Kind != RefusalKind.Date).Select(r => MatterText.Of(law, r)).ToList() ?? [$"“{view.Step.Title}”已经办理。"];
        }

        if (view.Fields.Any(f => f.Field.Type is FieldType.Officer or FieldType.Officers || f.Field.Columns.Any(c => c.Type is FieldType.Officer or FieldType.Officers)))
        {
            view.Officers = await lookups.OfficersAsync(actor.Region, [actor.Office, view.Matter?.State.Office ?? actor.Office], cancel);
        }

        return view;
    }

    private ActDraft Draft(StepFormView view, Actor actor, IReadOnlyDictionary<string, object?> values) => actor.Act(time.Now()) with
    {
        Step = view.Step.Id,
        On = TypedDay.Read(view.Typed["on"]) ?? format.Today,
        Values = values,
        Reason = view.Typed["reason"].Trim() is { Length: > 0 } reason ? reason : null,
    };

    /// <summary>An empty input says nothing about a value that was not shown; it clears one that was.</summary>
    private static Dictionary<string, object?> ReadValues(StepFormView view, FieldForm form)
    {
        foreach (var (field, _, _) in view.Fields)
        {
            form.Read(field, view.Typed);
        }

        var shown = view.Matter?.State.Values;
        return form.Values.Where(v => v.Value is not null || (shown?.GetValueOrDefault(v.Key) is not null && view.Prefills(view.Register.Field(v.Key)!)))
            .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
    }

    private async Task TakeFilesAsync(StepFormView view, IFormCollection form, Actor actor, CancellationToken cancel)
    {
        foreach (var token in view.Typed.All("kept").Except(view.Typed.All("drop")))
        {
            if (kept.Open(actor, token) is { } file)
            {
                view.Kept.Add(new(token, file));
            }
        }

        foreach (var upload in form.Files.Where(f => f.Length > 0))
        {
            var slot = view.Slots.FirstOrDefault(s => s.Input == upload.Name);
            if (slot is null)
            {
                continue;
            }

            await using var content = upload.OpenReadStream();
            var stored = await files.StoreAsync(actor.Region, slot.Instrument, upload.FileName, content, cancel);
            if (stored.File is { } file)
            {
                view.Kept.Add(new(kept.Seal(actor, file), file));
            }
            else
            {
                view.Errors.Add(new(slot.Input, $"{(slot.Instrument.Length > 0 ? $"《{slot.Instrument}》" : "附件")}：{stored.Error}"));
            }
        }
    }

    private async Task SuggestAsync(StepFormView view, FieldError error, Actor actor, CancellationToken cancel)
    {
        if (view.Register.Field(error.Field) is { Type: FieldType.Reference, Register: { } register } && view.Typed[error.Input].Trim() is { Length: > 0 } typed)
        {
            view.Suggestions[error.Input] = await search.FindAsync(typed, register, null, 8, actor, cancel);
        }
    }

    private static object? Default(Register register, Field field, FactRow? facts, ProcedureContext context)
    {
        var row = facts ?? new FactRow(register.Facts, new Dictionary<string, object?>(), new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>());
        var evaluation = new EvaluationContext(default, null, context.Parameters, context.Calendar, context.References);
        return field is { Prefill: { } list, Type: FieldType.Rows }
            ? list.Codes.Select(c => Prefilled(field, field.Columns.First(x => x.Codes?.Id == list.Id), c.Id, row, evaluation)).ToList()
            : field.Default?.Evaluate(row, evaluation);
    }

    private static RowValue Prefilled(Field field, Field column, string code, FactRow row, EvaluationContext evaluation)
    {
        Dictionary<string, object?> cells = new() { [column.Id] = code };
        foreach (var other in field.Columns.Where(c => c.Default is not null && c != column))
        {
            cells[other.Id] = other.Default!.Evaluate(row, evaluation, cells);
        }

        return new(cells);
    }
}
