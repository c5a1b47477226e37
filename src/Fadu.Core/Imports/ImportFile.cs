using Fadu.Core.Tables;

namespace Fadu.Core.Imports;

/// <summary>An uploaded file opened for one pass over its rows.</summary>
internal sealed class ImportFile : IDisposable
{
    private readonly ImportLayout layout;
    private readonly TableReader table;
    private readonly Dictionary<ulong, int> seen = [];

    private ImportFile(ImportLayout layout, TableReader table, ImportHeader header, DetailStore? details) =>
        (this.layout, this.table, Header, Details) = (layout, table, header, details);

    /// <summary>Columns as found.</summary>
    public ImportHeader Header { get; }
    /// <summary>Rows of rows sheets, or none.</summary>
    public DetailStore? Details { get; }
    /// <summary>Headings as they stand in the file.</summary>
    public TableHeader Headings => table.Header;
    /// <summary>Rows left out.</summary>
    public IReadOnlyList<SkippedRow> Skipped => table.Skipped;

    /// <summary>What makes the file as a whole impossible.</summary>
    public IEnumerable<string> Faults => Header.Faults.Concat(Details?.Faults ?? []);

    /// <summary>Opens a file.</summary>
    /// <exception cref="TableReadException">It cannot be read, or has no header.</exception>
    public static ImportFile Open(Stream file, ImportLayout layout)
    {
        var details = DetailStore.Read(file, layout);
        try
        {
            var table = TableReader.Open(file, Options(file, layout, details is not null));
            return new(layout, table, ImportHeader.Of(layout.Columns, table.Header), details);
        }
        catch
        {
            details?.Dispose();
            throw;
        }
    }

    /// <summary>All rows, each with its key; keys and numbers that come twice are marked.</summary>
    public IEnumerable<ImportRow> Rows()
    {
        var key = layout.Columns[0];
        var number = layout.Columns.FirstOrDefault(c => c.Kind == ImportColumnKind.Number);
        foreach (var line in table.Rows())
        {
            var (external, error) = ImportRowReader.External(Header, key, line);
            ImportRow row = new(line, external);
            if (error is not null)
            {
                row.Errors.Add(new(key.Heading, error));
            }
            else
            {
                Once(row, key, 'E', external);
            }

            if (number is not null && CellParsing.Text(Header.Cell(line, number)) is { HasValue: true } given)
            {
                Once(row, number, 'N', given.Value);
            }

            yield return row;
        }
    }

    public void Dispose()
    {
        table.Dispose();
        Details?.Dispose();
    }

    /// <summary>The key alone shows the header: of nearly two hundred columns a file may have any dozen.</summary>
    private static TableReadOptions Options(Stream file, ImportLayout layout, bool details)
    {
        var name = details ? TableReader.SheetNames(file).FirstOrDefault(n => n != "填写说明" && layout.Sheets.All(s => s.Name != n)) : null;
        file.Position = 0;
        return new() { SheetName = name, ExpectedHeadings = [ImportLayout.ExternalHeading] };
    }

    private void Once(ImportRow row, ImportColumn column, char kind, string text)
    {
        if (!seen.TryAdd(Hash(kind, text), row.Row.Number))
        {
            row.Errors.Add(new(column.Heading, $"“{text}”与第{seen[Hash(kind, text)]}行重复，请核对后只保留一行"));
        }
    }

    /// <summary>64 bits instead of the text keep the memory small: among a million keys two collide with a chance of one in thirty million.</summary>
    private static ulong Hash(char kind, string text)
    {
        var hash = (14695981039346656037UL ^ kind) * 1099511628211UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93UL;
        return hash ^ (hash >> 32);
    }
}
