using System.Text;

namespace Fadu.Core.Tables;

/// <summary>
/// Writes CSV with UTF-8 BOM, so that Excel and WPS read Chinese. Text that a spreadsheet would run as a formula gets an apostrophe in front,
/// and long digit codes a leading tab, so that they are not turned into floats; <see cref="TableReader"/> takes both off again.
/// </summary>
public sealed class CsvWriter : IDisposable
{
    private readonly StreamWriter _output;
    private readonly TableColumn[] _columns;

    public CsvWriter(Stream output, IReadOnlyList<TableColumn> columns)
    {
        _output = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        _columns = [.. columns];
        for (var i = 0; i < _columns.Length; i++) Write(i, _columns[i].Heading);
        _output.WriteLine();
    }

    public void Row(params ReadOnlySpan<object?> cells)
    {
        if (cells.Length > _columns.Length) throw new ArgumentException($"{cells.Length} cells for {_columns.Length} columns.");
        for (var i = 0; i < cells.Length; i++)
            Write(i, cells[i] is string text ? Guard(text, _columns[i].Type) : XlsxCell.AsText(cells[i]) ?? "");
        _output.WriteLine();
    }

    internal static string Guard(string text, ColumnType type)
    {
        if (text.Length == 0) return text;
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠') return "'" + text;
        return type == ColumnType.Code && text.Length > 11 && text.All(char.IsAsciiDigit) ? "\t" + text : text;
    }

    private void Write(int column, string text)
    {
        if (column > 0) _output.Write(',');
        if (text.AsSpan().IndexOfAny(",\"\r\n\t") < 0) _output.Write(text);
        else
        {
            _output.Write('"');
            _output.Write(text.Replace("\"", "\"\""));
            _output.Write('"');
        }
    }

    public void Dispose() => _output.Dispose();
}
