using System.Text.RegularExpressions;
using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Whether the form of a step is complete and its values are possible.</summary>
internal static class StepForm
{
    public static void Check(
        List<Refusal> refusals, Register register, Step step, MatterState typed, ActDraft draft, FactRow facts, ProcedureContext context)
    {
        var evaluation = context.On(draft.On);
        foreach (var (id, required) in step.Sets)
        {
            var field = register.Field(id)!;
            var value = typed.Values.GetValueOrDefault(id);
            // What takes effect by operation of law was typed by nobody, so nothing can be missing.
            if (IsEmpty(value) && required && !draft.Lapsed && field.Derive is null && (field.When is null || field.When.Holds(facts, evaluation)))
            {
                refusals.Add(new(RefusalKind.Field, id, $"请填写“{field.Title}”", field.Basis ?? step.Basis, field.Help));
            }
        }

        foreach (var (id, value) in draft.Values)
        {
            if (register.Field(id) is not { } field)
            {
                refusals.Add(new(RefusalKind.Field, id, $"“{register.Title}”没有字段“{id}”", null, "请刷新页面"));
            }
            else if (!Sets(step, id) && step.Collect?.Into != id && draft.Origin is null)
            {
                refusals.Add(new(RefusalKind.Field, id, $"环节“{step.Title}”不填写“{field.Title}”", step.Basis, null));
            }
            else
            {
                CheckValue(refusals, field, value, field.Title, facts, evaluation);
            }
        }

        if (!draft.Imported && !draft.Lapsed)
        {
            foreach (var instrument in step.Files.Where(i => !draft.Files.Any(f => f.Instrument == i)))
            {
                refusals.Add(new(RefusalKind.File, instrument, $"缺少文书《{instrument}》", step.Basis, $"请上传《{instrument}》"));
            }
        }
    }

    /// <summary>Checks values that no step has just typed.</summary>
    public static void CheckValues(
        List<Refusal> refusals, Register register, IEnumerable<KeyValuePair<string, object?>> values, FactRow facts, EvaluationContext evaluation)
    {
        foreach (var (id, value) in values)
        {
            if (register.Field(id) is { } field)
            {
                CheckValue(refusals, field, value, field.Title, facts, evaluation);
            }
        }
    }

    private static void CheckValue(List<Refusal> refusals, Field field, object? value, string title, FactRow facts, EvaluationContext evaluation)
    {
        if (value is IReadOnlyList<RowValue> rows)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var line = Line(field, rows[i], evaluation.Today);
                foreach (var column in field.Columns)
                {
                    var cell = rows[i].Values.GetValueOrDefault(column.Id);
                    var name = $"{title}第{i + 1}行“{column.Title}”";
                    if (column.Required && column.Derive is null && IsEmpty(cell) && (column.When is null || column.When.Holds(facts, evaluation, line)))
                    {
                        refusals.Add(new(RefusalKind.Field, field.Id, $"请填写{name}", column.Basis, column.Help));
                    }
                    else
                    {
                        CheckValue(refusals, column, cell, name, facts, evaluation);
                    }
                }
            }

            return;
        }

        var number = value switch { long n => n, decimal d => d, _ => (decimal?)null };
        if (number is { } given && (given < field.Min || given > field.Max))
        {
            refusals.Add(new(RefusalKind.Field, field.Id, $"“{title}”为{given}，应当{Range(field)}", field.Basis, null));
        }

        if (value is string text && field.Pattern is { } pattern && !Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            refusals.Add(new(RefusalKind.Field, field.Id, $"“{title}”的格式不对", field.Basis, field.Help));
        }

        if (value is string code && field.Codes is { } codes && codes.Find(code) is null)
        {
            refusals.Add(new(RefusalKind.Field, field.Id, $"“{title}”没有选项“{code}”", null, $"可选：{string.Join("、", codes.Codes.Take(12).Select(c => c.Title))}"));
        }
    }

    private static Dictionary<string, object?> Line(Field field, RowValue row, DateOnly day)
    {
        Dictionary<string, object?> line = new(StringComparer.Ordinal);
        foreach (var column in field.Columns)
        {
            FieldColumns.Put(line, column, row.Values.GetValueOrDefault(column.Id), day);
        }

        return line;
    }

    private static bool Sets(Step step, string field)
    {
        foreach (var set in step.Sets)
        {
            if (set.Field == field)
            {
                return true;
            }
        }

        return step.Adds.Contains(field);
    }

    private static string Range(Field field) => (field.Min, field.Max) switch
    {
        ({ } least, { } most) => $"在{least}与{most}之间",
        ({ } least, null) => $"不小于{least}",
        (_, { } most) => $"不大于{most}",
        _ => "",
    };

    internal static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string s => s.Length == 0,
        System.Collections.ICollection list => list.Count == 0,
        _ => false,
    };
}
