using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Computes the fact row of a matter from its state: the same function for recording, importing, rebuilding and verifying.</summary>
public static class FactBuilder
{
    /// <summary>Builds the facts.</summary>
    /// <param name="trace">Also explain each due day.</param>
    public static MatterFacts Build(Register register, MatterState state, ProcedureContext context, bool trace = false)
    {
        // Of two hundred columns a matter has a fifth: room for those it can have, not for all.
        Dictionary<string, object?> values = new(32 + (2 * state.Values.Count) + (2 * state.Acts.Length) + register.Index.Derived.Length, StringComparer.Ordinal);
        values["matter_id"] = context.Matter;
        values["opened_on"] = state.OpenedOn;
        values["imported"] = state.Imported;
        values["source"] = state.Source;
        values["external"] = state.External;
        values["definition"] = state.Definition;
        foreach (var (id, value) in state.Values)
        {
            PutField(register, values, state, id, value);
        }

        foreach (var act in state.Acts)
        {
            PutAct(register, values, act);
        }

        return Complete(register, state, values, context, trace);
    }

    /// <summary>The facts of a state that goes on from the one they were built from: the same as if built from nothing, for a third of the cost.</summary>
    /// <param name="typed">Fields whose values differ; none of them lost its value.</param>
    /// <param name="act">The act that was added, or none. It undoes no other.</param>
    /// <param name="replaces">The caller has no more use for <paramref name="before"/>: its columns are taken over, not copied.</param>
    internal static MatterFacts Continue(
        Register register, MatterFacts before, MatterState state, IEnumerable<string> typed, RecordedAct? act, ProcedureContext context, bool replaces = false)
    {
        if (before.Row.Values is not FactValues known)
        {
            return Build(register, state, context);
        }

        var values = replaces ? known.Filled : Copy(known.Filled);
        foreach (var id in typed)
        {
            PutField(register, values, state, id, state.Values.GetValueOrDefault(id));
        }

        if (act is not null)
        {
            PutAct(register, values, act);
        }

        foreach (var field in register.Index.Officers)
        {
            PutField(register, values, state, field.Id, state.Values.GetValueOrDefault(field.Id));
        }

        return Complete(register, state, values, context, trace: false);
    }

    /// <summary>The facts of a state that differs from the one they were built from in its title and office alone.</summary>
    internal static MatterFacts Renamed(Register register, MatterFacts facts, MatterState state, ProcedureContext context)
    {
        if (facts.HasClocks || register.Index.DerivesFromName || facts.Row.Values is not FactValues known)
        {
            return Build(register, state, context);
        }

        known.Filled["title"] = state.Title;
        known.Filled["office"] = state.Office;
        known.Filled["handler"] = state.Handler;
        return facts;
    }

    /// <summary>Adds what every act may change: the name and status of the matter, rows, computed fields, clocks.</summary>
    private static MatterFacts Complete(Register register, MatterState state, Dictionary<string, object?> values, ProcedureContext context, bool trace)
    {
        values["number"] = state.Number;
        values["title"] = state.Title;
        values["office"] = state.Office;
        values["handler"] = state.Handler;
        values["status"] = state.Status;
        values["closed_on"] = state.ClosedOn;
        var rows = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>(StringComparer.Ordinal);
        foreach (var field in register.Index.Rows)
        {
            rows[field.Id] = RowsOf(field, state.Values.GetValueOrDefault(field.Id), state);
        }

        FactValues lazy = new(values);
        var row = new FactRow(register.Facts, lazy, rows);
        var facts = new MatterFacts(row, () => Clocks.Read(register, state, row, context, trace));
        lazy.ClocksBy(() => ClockColumns(facts.Clocks, state));
        Derive(register, state, context, row, values, rows);
        return facts;
    }

    /// <summary>A copy with room for what an act adds: one without would be thrown away at the first addition.</summary>
    private static Dictionary<string, object?> Copy(Dictionary<string, object?> values)
    {
        Dictionary<string, object?> copy = new(values.Count + 20, StringComparer.Ordinal);
        foreach (var (column, value) in values)
        {
            copy.Add(column, value);
        }

        return copy;
    }

    private static void PutField(Register register, Dictionary<string, object?> values, MatterState state, string id, object? value)
    {
        if (value is not null && register.Field(id) is { Type: not FieldType.Rows } field)
        {
            FieldColumns.Put(values, field, value, value is IReadOnlyList<OfficerName> ? DayOf(register, state, id) : state.OpenedOn);
        }
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, object?>> RowsOf(Field field, object? value, MatterState state)
    {
        if (value is not IEnumerable<RowValue> given)
        {
            return [];
        }

        List<IReadOnlyDictionary<string, object?>> rows = [];
        foreach (var row in given)
        {
            Dictionary<string, object?> columns = new(StringComparer.Ordinal);
            foreach (var column in field.Columns)
            {
                FieldColumns.Put(columns, column, row.Values.GetValueOrDefault(column.Id), state.OpenedOn);
            }

            rows.Add(columns);
        }

        return rows;
    }

    /// <summary>The day on which a field was last set: certificates must be valid then.</summary>
    private static DateOnly DayOf(Register register, MatterState state, string field)
    {
        for (var i = state.Acts.Length - 1; i >= 0; i--)
        {
            foreach (var set in register.Step(state.Acts[i].Step)?.Sets ?? [])
            {
                if (set.Field == field)
                {
                    return state.Acts[i].On;
                }
            }
        }

        return state.OpenedOn;
    }

    private static void PutAct(Register register, Dictionary<string, object?> values, RecordedAct act)
    {
        if (!act.Active || register.Step(act.Step) is not { } step)
        {
            return;
        }

        var names = register.Index.ColumnsOf(step);
        values.TryAdd(names.On, act.On);
        if (step.Repeat)
        {
            values[names.Last] = act.On;
            values[names.Times] = (values.GetValueOrDefault(names.Times) as long? ?? 0) + 1;
        }

        if (act.Number is not null)
        {
            values[names.Number] = act.Number;
        }
    }

    private static void Derive(
        Register register, MatterState state, ProcedureContext context, FactRow row,
        Dictionary<string, object?> values, Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> rows)
    {
        var evaluation = context.On(state.Acts.Length == 0 ? state.OpenedOn : state.Acts[^1].On);
        foreach (var field in register.Index.Derived)
        {
            if (field.Derive is { } derive)
            {
                FieldColumns.Put(values, field, FieldColumns.Narrow(field, derive.Evaluate(row, evaluation)), state.OpenedOn);
            }

            if (field.Type == FieldType.Rows && field.Columns.Any(c => c.Derive is not null))
            {
                rows[field.Id] = [.. rows[field.Id].Select(r => DeriveRow(row, field, r, evaluation))];
            }
        }
    }

    private static Dictionary<string, object?> DeriveRow(
        FactRow parent, Field field, IReadOnlyDictionary<string, object?> columns, Expressions.EvaluationContext evaluation)
    {
        Dictionary<string, object?> derived = new(columns, StringComparer.Ordinal);
        foreach (var column in field.Columns.Where(c => c.Derive is not null))
        {
            FieldColumns.Put(derived, column, FieldColumns.Narrow(column, column.Derive!.Evaluate(parent, evaluation, derived)), evaluation.Today);
        }

        return derived;
    }

    private static Dictionary<string, object?> ClockColumns(IReadOnlyList<ClockState> clocks, MatterState state)
    {
        Dictionary<string, object?> values = new((3 * clocks.Count) + 3, StringComparer.Ordinal);
        foreach (var clock in clocks)
        {
            values[$"{clock.Clock.Id}_due"] = clock.Deadline.Due;
            values[$"{clock.Clock.Id}_met"] = clock.Met;
            values[$"{clock.Clock.Id}_stopped"] = clock.Stopped;
        }

        var open = clocks.Where(c => c.Clock.Kind != ClockKind.Minimum && c.Met is null && (state.ClosedOn is null || (c.Running && !c.Clock.QuietAfterClose)));
        var next = open.OrderBy(c => c.Deadline.Due ?? DateOnly.MaxValue).FirstOrDefault();
        values["next_clock"] = next?.Clock.Id;
        values["next_start"] = next?.Deadline.Start;
        values["next_due"] = next?.Deadline.Due;
        return values;
    }
}
