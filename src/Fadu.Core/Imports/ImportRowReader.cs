using Fadu.Core.Matters;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Tables;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>Reads rows of one file into matters; every fault of a row is collected.</summary>
internal sealed class ImportRowReader(ImportLayout layout, ImportHeader header, Rules.Registers.Law law, string source, string office)
{
    private readonly ImportColumn[] columns = [.. layout.Columns.Where(c => c.Kind is not (ImportColumnKind.External or ImportColumnKind.PartyKind or ImportColumnKind.PartyId) && header.Has(c))];
    private readonly Dictionary<string, (ImportColumn Kind, ImportColumn Id)> parties = layout.Columns.Where(c => c.Kind == ImportColumnKind.PartyKind)
        .ToDictionary(c => c.Field!.Id, c => (c, layout.Columns.First(i => i.Kind == ImportColumnKind.PartyId && i.Field!.Id == c.Field!.Id)), StringComparer.Ordinal);

    /// <summary>The key of a row.</summary>
    public static (string External, string? Error) External(ImportHeader header, ImportColumn column, TableRow row)
    {
        var read = CellParsing.Code(header.Cell(row, column));
        return read.HasValue ? (read.Value, read.Value.Length > 100 ? "超过100字" : null) : ("", read.Error ?? "没有填写");
    }

    /// <summary>Reads the cells of a row that has no error so far.</summary>
    /// <param name="details">Rows of rows fields that name this matter.</param>
    public void Read(ImportRow row, FieldTextContext context, IReadOnlyDictionary<string, List<RowText>> details)
    {
        if (row.Row.ReachesBeyondHeader)
        {
            row.Errors.Add(new("", "最后一列之后还有内容，可能有格子错位，请对照表头核对"));
        }

        Values read = new();
        foreach (var column in columns)
        {
            ReadColumn(row, column, context, read);
        }

        var acts = ImportActs.InOrder(layout, read.Days);
        if (acts.Count == 0 || !acts[0].Step.Opens)
        {
            var openings = string.Join("”或者“", layout.Openings.Select(c => c.Heading));
            if (layout.Openings.All(o => row.Errors.TrueForAll(e => e.Heading != o.Heading)))
            {
                row.Errors.Add(new("", $"没有登记日期，请填写“{openings}”"));
            }

            return;
        }

        foreach (var (field, rows) in details)
        {
            if (ImportDetails.Read(layout, field, rows, context, row.Errors) is { Count: > 0 } several)
            {
                read.Fields[field] = several;
            }
        }

        var register = law.At(layout.Register.Id, acts[0].On);
        var made = ImportActs.Give(layout, register, acts, read.Fields, read.StepNumbers, row.Errors);
        if (made.Count > 0 && row.External.Length > 0)
        {
            row.Matter = new(register.Id, read.Office ?? office, read.Office is not null, read.Number, source, row.External, made);
        }
    }

    private void ReadColumn(ImportRow row, ImportColumn column, FieldTextContext context, Values read)
    {
        var cell = header.Cell(row.Row, column);
        if (cell.IsBlank)
        {
            return;
        }

        switch (column.Kind)
        {
            case ImportColumnKind.Number:
                read.Number = Take(row, column, CellParsing.Text(cell));
                break;
            case ImportColumnKind.StepNumber when Take(row, column, CellParsing.Text(cell)) is { } number:
                read.StepNumbers[column.Step!.Id] = number;
                break;
            case ImportColumnKind.Office when Take(row, column, CellParsing.Text(cell)) is { } name:
                read.Office = context.Office(name);
                if (read.Office is null)
                {
                    row.Errors.Add(new(column.Heading, $"单位表中没有“{name}”，请填全称、简称或者代码"));
                }

                break;
            case ImportColumnKind.StepDate:
                ReadDays(row, column, cell, read);
                break;
            case ImportColumnKind.Value when column.Field!.Type == FieldType.Party:
                ReadParty(row, column, cell, read);
                break;
            case ImportColumnKind.Value:
                if (!FieldText.TryParse(column.Field!, cell, context, out var value, out var error))
                {
                    row.Errors.Add(new(column.Heading, error!));
                }
                else if (value is not null)
                {
                    read.Fields[column.Field!.Id] = value;
                }

                break;
        }
    }

    private static void ReadDays(ImportRow row, ImportColumn column, Cell cell, Values read)
    {
        // Several days stand in one cell only as text, and only where the step repeats.
        string[] parts = column.Step!.Repeat && cell.Kind == CellKind.Text && cell.Text.IndexOfAny(['、', ';', '；', '\n']) >= 0
            ? cell.Text.Split(['、', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        foreach (var part in parts.Length > 1 ? parts.Select(Cell.OfText) : [cell])
        {
            var day = CellParsing.Date(part);
            if (day.IsFault)
            {
                row.Errors.Add(new(column.Heading, day.Error));
            }
            else if (day.HasValue)
            {
                read.Days.Add((column.Step, day.Value));
            }
        }
    }

    private void ReadParty(ImportRow row, ImportColumn column, Cell cell, Values read)
    {
        var (kindColumn, idColumn) = parties[column.Field!.Id];
        if (Take(row, column, CellParsing.Text(cell)) is not { } name)
        {
            return;
        }

        var (party, heading, error) = ImportParty.Read(name, header.Cell(row.Row, kindColumn), header.Cell(row.Row, idColumn), column, kindColumn, idColumn);
        if (error is not null)
        {
            row.Errors.Add(new(heading, error));
        }
        else if (party is not null)
        {
            read.Fields[column.Field!.Id] = party;
        }
    }

    private static string? Take(ImportRow row, ImportColumn column, CellResult<string> read)
    {
        if (read.IsFault)
        {
            row.Errors.Add(new(column.Heading, read.Error));
        }

        return read.HasValue ? read.Value : null;
    }

    /// <summary>What the cells of one row say.</summary>
    private sealed class Values
    {
        public string? Number { get; set; }
        public string? Office { get; set; }
        public List<(Step Step, DateOnly On)> Days { get; } = [];
        public Dictionary<string, string> StepNumbers { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, object?> Fields { get; } = new(StringComparer.Ordinal);
    }
}
