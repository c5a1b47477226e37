using Fadu.Core.Files;
using Fadu.Core.Storage;

namespace Fadu.Core.Tables;

/// <summary>
/// Reads a table from .xlsx, .xls, .et, .xlsb or .csv as a stream of rows below the header it finds.
/// A stream that cannot seek is copied to a temporary file first. Everything that is wrong with the file is a <see cref="TableReadException"/>.
/// </summary>
public sealed class TableReader : IDisposable
{
    private const int MostSkippedKept = 1000;
    private readonly List<IDisposable> _toDispose = [];
    private readonly List<SkippedRow> _skipped = [];
    private readonly TableReadOptions _options;
    private readonly RawSheet _sheet;

    private TableReader(Stream stream, TableReadOptions options)
    {
        _options = options;
        try
        {
            var file = Seekable(stream);
            if (file.Length > options.MaxFileBytes) throw TableReadException.TooLarge($"文件超过 {options.MaxFileBytes >> 20} MB");
            (_sheet, Header) = HeaderSearch.Find(TableFile.Open(file, options, _toDispose), options);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public static TableReader Open(Stream stream, TableReadOptions? options = null)
    {
        try
        {
            return new TableReader(stream, options ?? new TableReadOptions());
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw TableReadException.Damaged(e);
        }
    }

    /// <summary>Names of the visible sheets of a file that can seek.</summary>
    public static IReadOnlyList<string> SheetNames(Stream file, TableReadOptions? options = null)
    {
        var toDispose = new List<IDisposable>();
        try
        {
            return [.. TableFile.Open(file, options ?? new TableReadOptions(), toDispose).Where(s => s.Visible).Select(s => s.Name.Trim())];
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw TableReadException.Damaged(e);
        }
        finally
        {
            for (var i = toDispose.Count - 1; i >= 0; i--) toDispose[i].Dispose();
        }
    }

    public string SheetName => _sheet.Name;

    public TableHeader Header { get; }

    /// <summary>Rows left out so far (notes, totals, signatures), complete once <see cref="Rows"/> is read to its end.</summary>
    public IReadOnlyList<SkippedRow> Skipped => _skipped;

    /// <summary>The rows below the header. May be read again; the file is then read again.</summary>
    public IEnumerable<TableRow> Rows()
    {
        _skipped.Clear();
        var read = 0;
        using var rows = _sheet.Rows().GetEnumerator();
        while (Next(rows))
        {
            var raw = rows.Current;
            if (raw.Number <= Header.Row || raw.IsBlank) continue;
            if (RowHabits.ReasonToSkip(raw, Header) is { } reason)
            {
                if (_skipped.Count < MostSkippedKept) _skipped.Add(new(raw.Number, reason));
                continue;
            }
            if (++read > _options.MaxRows) throw TableReadException.TooLarge($"表格超过 {_options.MaxRows} 行");
            yield return new TableRow(raw.Number, Header, raw.Cells);
        }
    }

    private static bool Next(IEnumerator<RawRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw TableReadException.Damaged(e);
        }
    }

    /// <summary>Parsers of foreign formats fail on hostile bytes in many ways; all of them mean the same to the user. A full disk is no fault of the file.</summary>
    internal static bool IsDamage(Exception e) => e is not (TableReadException or OutOfMemoryException or OperationCanceledException) && StorageFaults.Says(e) is null;

    private Stream Seekable(Stream stream)
    {
        if (stream.CanSeek) return stream;
        var copy = TemporaryFile.Create();
        _toDispose.Add(copy);
        var buffer = new byte[64 * 1024];
        for (int n; (n = stream.Read(buffer)) > 0 && copy.Length <= _options.MaxFileBytes;) copy.Write(buffer, 0, n);
        copy.Position = 0;
        return copy;
    }

    public void Dispose()
    {
        for (var i = _toDispose.Count - 1; i >= 0; i--) _toDispose[i].Dispose();
    }
}
