using System.Globalization;
using System.Text.Json;
using Dapper;
using Fadu.Core.Tables;
using Microsoft.Data.Sqlite;

namespace Fadu.Core.Imports;

/// <summary>The rows of the rows sheets by the number of their matter, in a temporary file: the sheets stand behind the main one and may be in any order.</summary>
internal sealed class DetailStore : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=");
    private readonly Lock reading = new();

    private DetailStore()
    {
        connection.Open();
        connection.Execute("create table detail (external text not null, field text not null, row_no integer not null, cells text not null, used integer not null default 0); create index detail_external on detail(external)");
    }

    /// <summary>What is wrong with the sheets themselves.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Reads the rows sheets of a workbook; null where there are none with rows.</summary>
    public static DetailStore? Read(Stream file, ImportLayout layout)
    {
        var names = layout.Sheets.Count == 0 ? [] : TableReader.SheetNames(file);
        var present = layout.Sheets.Where(s => names.Contains(s.Name)).ToList();
        if (present.Count == 0)
        {
            return null;
        }

        DetailStore store = new();
        using var transaction = store.connection.BeginTransaction();
        foreach (var sheet in present)
        {
            store.Read(file, sheet);
        }

        transaction.Commit();
        return store;
    }

    /// <summary>The rows of some matters, by their number and field.</summary>
    public Dictionary<string, Dictionary<string, List<RowText>>> Of(IReadOnlyCollection<string> externals)
    {
        Dictionary<string, Dictionary<string, List<RowText>>> found = new(StringComparer.Ordinal);
        lock (reading)
        {
            foreach (var (external, field, number, cells) in connection.Query<(string, string, long, string)>(
                "select external, field, row_no, cells from detail where external in @externals order by field, row_no", new { externals }))
            {
                found.TryAdd(external, new(StringComparer.Ordinal));
                found[external].TryAdd(field, []);
                found[external][field].Add(new((int)number, Unpack(cells)));
            }

            connection.Execute("update detail set used = 1 where external in @externals", new { externals });
        }

        return found;
    }

    /// <summary>Rows whose matter the main sheet does not have: the sheet, the row and the number.</summary>
    public IReadOnlyList<(string Field, int Row, string External)> Unused()
    {
        lock (reading)
        {
            return [.. connection.Query<(string, long, string)>("select field, row_no, external from detail where used = 0 order by field, row_no limit 100").Select(r => (r.Item1, (int)r.Item2, r.Item3))];
        }
    }

    public void Dispose() => connection.Dispose();

    private void Read(Stream file, ImportSheet sheet)
    {
        file.Position = 0;
        TableReader table;
        try
        {
            table = TableReader.Open(file, new() { SheetName = sheet.Name, ExpectedHeadings = [.. sheet.Columns.Select(c => c.Heading)] });
        }
        catch (TableReadException error)
        {
            Faults.Add($"工作表“{sheet.Name}”：{error.Message}");
            return;
        }

        using (table)
        {
            var header = ImportHeader.Of(sheet.Columns, table.Header);
            Faults.AddRange(header.Faults.Select(f => $"工作表“{sheet.Name}”：{f}"));
            if (header.Faults.Count > 0)
            {
                return;
            }

            using var insert = connection.CreateCommand();
            insert.CommandText = "insert into detail(external, field, row_no, cells) values ($external, $field, $row, $cells)";
            var (external, field, row, cells) = (insert.Parameters.Add("$external", SqliteType.Text), insert.Parameters.Add("$field", SqliteType.Text), insert.Parameters.Add("$row", SqliteType.Integer), insert.Parameters.Add("$cells", SqliteType.Text));
            field.Value = sheet.Field.Id;
            foreach (var line in table.Rows())
            {
                var (key, error) = ImportRowReader.External(header, sheet.Columns[0], line);
                if (error is not null)
                {
                    Faults.Add($"工作表“{sheet.Name}”第{line.Number}行“{ImportLayout.ExternalHeading}”：{error}");
                    continue;
                }

                (external.Value, row.Value) = (key, line.Number);
                cells.Value = Pack(sheet.Columns.Select(c => header.Cell(line, c)));
                insert.ExecuteNonQuery();
            }
        }
    }

    private static string Pack(IEnumerable<Cell> cells) =>
        JsonSerializer.Serialize(cells.Select(c => new[] { ((int)c.Kind).ToString(CultureInfo.InvariantCulture), c.Text, c.Number.ToString("R", CultureInfo.InvariantCulture) }));

    private static Cell[] Unpack(string cells) =>
        [.. JsonSerializer.Deserialize<string[][]>(cells)!.Select(c => new Cell((CellKind)int.Parse(c[0], CultureInfo.InvariantCulture), c[1], double.Parse(c[2], CultureInfo.InvariantCulture)))];
}
