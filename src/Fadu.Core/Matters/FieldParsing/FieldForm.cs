using System.Globalization;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters.FieldParsing;

/// <summary>What is wrong with one input of a form.</summary>
/// <param name="Field">Field.</param>
/// <param name="Input">Name of the input at which it is said.</param>
/// <param name="Says">With the title of the field.</param>
public sealed record FieldError(string Field, string Input, string Says);

/// <summary>The typed inputs of a form, by name; each may be given several times.</summary>
public sealed class TypedInputs(IReadOnlyDictionary<string, IReadOnlyList<string>> inputs)
{
    /// <summary>All values of an input.</summary>
    public IReadOnlyList<string> All(string name) => inputs.GetValueOrDefault(name) ?? [];

    /// <summary>The first value, empty where there is none.</summary>
    public string this[string name] => All(name) is [var first, ..] ? first : "";

    /// <summary>Whether the form carried this input.</summary>
    public bool Has(string name) => inputs.ContainsKey(name);

    /// <summary>How many rows of a rows field the form showed.</summary>
    public int Rows(string name) => int.TryParse(this[name + ".rows"], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? Math.Clamp(rows, 0, 500) : 0;
}

/// <summary>Reads the inputs of a form into normalised values.</summary>
public sealed class FieldForm(FieldTextContext context)
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private readonly List<FieldError> errors = [];

    /// <summary>Values by field; a field that was left empty is there with null.</summary>
    public IReadOnlyDictionary<string, object?> Values => values;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>Name of the input of a field.</summary>
    public static string InputOf(string field) => "f." + field;

    /// <summary>Reads one field; derived fields and those the form did not carry are left alone.</summary>
    public void Read(Field field, TypedInputs typed)
    {
        if (field.Derive is not null || field.Type == FieldType.File)
        {
            return;
        }

        var input = InputOf(field.Id);
        if (field.Type == FieldType.Rows)
        {
            if (typed.Has(input + ".rows"))
            {
                values[field.Id] = RowsOf(field, input, typed);
            }
        }
        else
        {
            values[field.Id] = One(field, field, field.Title, input, typed);
        }
    }

    private List<RowValue>? RowsOf(Field field, string input, TypedInputs typed)
    {
        List<RowValue> rows = [];
        for (var i = 0; i < typed.Rows(input); i++)
        {
            Dictionary<string, object?> row = new(StringComparer.Ordinal);
            foreach (var column in field.Columns.Where(c => c.Derive is null))
            {
                if (One(field, column, $"{field.Title}第{rows.Count + 1}行“{column.Title}”", $"{input}[{i}].{column.Id}", typed) is { } cell)
                {
                    row[column.Id] = cell;
                }
            }

            if (row.Count > 0)
            {
                rows.Add(new(row));
            }
        }

        return rows.Count > 0 ? rows : null;
    }

    private object? One(Field owner, Field field, string title, string input, TypedInputs typed)
    {
        object? value;
        string? error;
        if (field.Type == FieldType.Party)
        {
            (value, error) = PartyText.Read(typed[input], typed[input + ".kind"], typed[input + ".id"]);
        }
        else
        {
            var text = string.Join('|', typed.All(input).Concat(typed.All(input + ".more")).Where(t => t.Trim().Length > 0));
            // Browsers put a T between the day and the time.
            FieldText.TryParse(field, field.Type == FieldType.Time ? text.Replace('T', ' ') : text, context, out value, out error);
        }

        if (error is not null)
        {
            errors.Add(new(owner.Id, input, $"{title}：{error}"));
        }

        return value;
    }
}
