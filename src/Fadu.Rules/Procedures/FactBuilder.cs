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
        FactValues lazy = new(24 + state.Values.Count + (2 * state.Acts.Length));
        var values = lazy.Filled;
        var rows = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>>(StringComparer.Ordinal);
        var row = new FactRow(register.Facts, lazy, rows);
        Common(values, state);
        values["matter_id"] = context.Matter;
        foreach (var field in register.Fields)
        {
            if (field.Type == FieldType.Rows)
            {
                rows[field.Id] = RowsOf(field, state.Values.GetValueOrDefault(field.Id), state);
            }
        }

        foreach (var (id, value) in state.Values)
        {
            if (value is not null && register.Field(id) is { Type: not FieldType.Rows } field)
            {
                FieldColumns.Put(values, field, value, value is IReadOnlyList<OfficerName> ? DayOf(register, state, id) : state.OpenedOn);
            }
        }

        StepColumns(register, state, values);
        Derive(register, state, context, row, values, rows);
        var facts = new MatterFacts(row, () => Clocks.Read(register, state, row, context, trace));
        lazy.CompleteBy(() =>
        {
            ClockColumns(facts.Clocks, values);
            Next(facts.Clocks, state, values);
        });
        return facts;
    }

    /// <summary>The facts of a state that differs from the one they were built from in its title and office alone.</summary>
    internal static MatterFacts Renamed(Register register, MatterFacts facts, MatterState state, ProcedureContext context)
    {
        if (facts.HasClocks || register.Index.DerivesFromName || facts.Row.Values is not FactValues values)
        {
            return Build(register, state, context);
        }

        values.Filled["title"] = state.Title;
        values.Filled["office"] = state.Office;
        values.Filled["handler"] = state.Handler;
        return facts;
    }

    private static void Common(Dictionary<string, object?> values, MatterState state)
    {
        values["number"] = state.Number;
        values["title"] = state.Title;
        values["office"] = state.Office;
        values["handler"] = state.Handler;
        values["status"] = state.Status;
        values["opened_on"] = state.OpenedOn;
        values["closed_on"] = state.ClosedOn;
        values["imported"] = state.Imported;
        values["source"] = state.Source;
        values["external"] = state.External;
        values["definition"] = state.Definition;
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

    private static void StepColumns(Register register, MatterState state, Dictionary<string, object?> values)
    {
        foreach (var act in state.Acts)
        {
            if (!act.Active || register.Step(act.Step) is not { } step)
            {
                continue;
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

    private static void ClockColumns(IReadOnlyList<ClockState> clocks, Dictionary<string, object?> values)
    {
        foreach (var clock in clocks)
        {
            values[$"{clock.Clock.Id}_due"] = clock.Deadline.Due;
            values[$"{clock.Clock.Id}_met"] = clock.Met;
            values[$"{clock.Clock.Id}_stopped"] = clock.Stopped;
        }
    }

    private static void Next(IReadOnlyList<ClockState> clocks, MatterState state, Dictionary<string, object?> values)
    {
        var open = clocks.Where(c => c.Clock.Kind != ClockKind.Minimum && c.Met is null && (state.ClosedOn is null || (c.Running && !c.Clock.QuietAfterClose)));
        var next = open.OrderBy(c => c.Deadline.Due ?? DateOnly.MaxValue).FirstOrDefault();
        values["next_clock"] = next?.Clock.Id;
        values["next_start"] = next?.Deadline.Start;
        values["next_due"] = next?.Deadline.Due;
    }
}
