using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Tables;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>One row of a rows sheet, kept until the row of its matter comes.</summary>
/// <param name="Number">Row number in its sheet.</param>
/// <param name="Cells">In the order of the columns of the sheet's layout.</param>
internal sealed record RowText(int Number, Cell[] Cells);

/// <summary>Reads the rows of a rows field.</summary>
internal static class ImportDetails
{
    public static List<RowValue> Read(ImportLayout layout, string field, List<RowText> rows, FieldTextContext context, List<ImportError> errors)
    {
        var sheet = layout.Sheets.First(s => s.Field.Id == field);
        List<RowValue> values = [];
        foreach (var row in rows)
        {
            Dictionary<string, object?> read = new(StringComparer.Ordinal);
            for (var i = 0; i < sheet.Columns.Count; i++)
            {
                if (sheet.Columns[i] is { Kind: ImportColumnKind.Value } column && Value(sheet, row, i, context, out var error) is var value)
                {
                    if (error is not null)
                    {
                        errors.Add(new($"{sheet.Name}第{row.Number}行·{column.Heading}", error));
                    }
                    else if (value is not null)
                    {
                        read[column.Field!.Id] = value;
                    }
                }
            }

            if (read.Count > 0)
            {
                values.Add(new(read));
            }
        }

        return values;
    }

    private static object? Value(ImportSheet sheet, RowText row, int index, FieldTextContext context, out string? error)
    {
        var column = sheet.Columns[index];
        if (column.Field!.Type != FieldType.Party)
        {
            FieldText.TryParse(column.Field, row.Cells[index], context, out var value, out error);
            return value;
        }

        var name = CellParsing.Text(row.Cells[index]);
        if (!name.HasValue)
        {
            error = name.Error;
            return null;
        }

        // The layout puts kind and identifier right behind the name.
        var (party, _, fault) = ImportParty.Read(name.Value, row.Cells[index + 1], row.Cells[index + 2], column, sheet.Columns[index + 1], sheet.Columns[index + 2]);
        error = fault;
        return party;
    }
}
