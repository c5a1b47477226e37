using Fadu.Core.Tables;

namespace Fadu.Core.Imports;

/// <summary>Where the columns of a layout stand in a file.</summary>
public sealed class ImportHeader
{
    // Columns are compared by identity: as records they would be hashed with all that their fields and steps hold.
    private readonly Dictionary<ImportColumn, int> places = new(ReferenceEqualityComparer.Instance);

    private ImportHeader()
    {
    }

    /// <summary>Why the file cannot be read at all; empty where it can.</summary>
    public IReadOnlyList<string> Faults { get; private init; } = [];
    /// <summary>What is odd and does not hinder: columns that nobody asked for.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Finds the columns by their headings: order, blanks and width of letters do not matter.</summary>
    public static ImportHeader Of(IReadOnlyList<ImportColumn> columns, TableHeader found)
    {
        List<string> faults = [];
        var missing = columns.Where(c => c.Required && found.IndexOf(c.Heading) < 0).Select(c => c.Heading).ToList();
        if (missing.Count > 0)
        {
            faults.Add($"缺少必填的列“{string.Join("”“", missing)}”，请按模板补上");
        }

        var openings = columns.Where(c => c is { Kind: ImportColumnKind.StepDate, Step.Opens: true }).Select(c => c.Heading).ToList();
        if (openings.Count > 1 && openings.All(h => found.IndexOf(h) < 0))
        {
            faults.Add($"缺少登记日期的列，“{string.Join("”“", openings)}”至少要有一列");
        }

        faults.AddRange(found.Duplicates.Select(d => $"列“{d}”出现了两次，请删去一列或者改名"));
        ImportHeader header = new()
        {
            Faults = faults,
            Notes = [.. found.Unknown(columns.Select(c => c.Heading)).Select(h => Unknown(h, columns))],
        };
        foreach (var column in columns)
        {
            if (found.IndexOf(column.Heading) is >= 0 and var place)
            {
                header.places[column] = place;
            }
        }

        return header;
    }

    /// <summary>Whether the file has a column.</summary>
    public bool Has(ImportColumn column) => places.ContainsKey(column);

    /// <summary>The cell of a column in a row; empty where the file has no such column.</summary>
    public Cell Cell(TableRow row, ImportColumn column) =>
        places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place] : Tables.Cell.Empty;

    private static string Unknown(string heading, IReadOnlyList<ImportColumn> columns)
    {
        var bare = CellText.Heading(heading);
        var near = columns.FirstOrDefault(c => c.Heading.Contains(bare, StringComparison.Ordinal) || bare.Contains(CellText.Heading(c.Heading), StringComparison.Ordinal));
        return near is null ? $"不认识的列“{heading}”，其内容不会导入" : $"不认识的列“{heading}”，其内容不会导入；如果是“{near.Heading}”，请改为这个列名";
    }
}
