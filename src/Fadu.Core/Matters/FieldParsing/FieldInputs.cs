using System.Globalization;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters.FieldParsing;

/// <summary>The inverse of <see cref="FieldForm"/>: what a form shows for a value.</summary>
public static class FieldInputs
{
    /// <summary>Adds the inputs of one field.</summary>
    public static void Put(Dictionary<string, IReadOnlyList<string>> inputs, Field field, object? value)
    {
        var input = FieldForm.InputOf(field.Id);
        if (field.Type == FieldType.Rows)
        {
            var rows = value as IReadOnlyList<RowValue> ?? [];
            inputs[input + ".rows"] = [rows.Count.ToString(CultureInfo.InvariantCulture)];
            for (var i = 0; i < rows.Count; i++)
            {
                foreach (var column in field.Columns)
                {
                    PutOne(inputs, $"{input}[{i}].{column.Id}", rows[i].Values.GetValueOrDefault(column.Id));
                }
            }
        }
        else
        {
            PutOne(inputs, input, value);
        }
    }

    private static void PutOne(Dictionary<string, IReadOnlyList<string>> inputs, string input, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case Party party:
                inputs[input] = [party.Name];
                inputs[input + ".kind"] = [party.Kind];
                inputs[input + ".id"] = [party.Id ?? ""];
                break;
            case OfficerName officer:
                inputs[input] = [Officer(officer)];
                break;
            case IReadOnlyList<OfficerName> officers:
                inputs[input] = [.. officers.Select(Officer)];
                break;
            case IReadOnlyList<string> several:
                inputs[input] = several;
                break;
            case DateOnly day:
                inputs[input] = [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
                break;
            case bool yes:
                inputs[input] = [yes ? "是" : "否"];
                break;
            case IFormattable number:
                inputs[input] = [number.ToString(null, CultureInfo.InvariantCulture)];
                break;
            default:
                inputs[input] = [value.ToString() ?? ""];
                break;
        }
    }

    /// <summary>An officer as the form carries him: the certificate where there is one.</summary>
    public static string Officer(OfficerName officer) => officer.Certificate ?? officer.Name;
}
