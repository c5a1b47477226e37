using System.Text;

namespace Fadu.Core.Tables;

/// <summary>CSV as Chinese Excel writes it: UTF-8 with or without BOM, GB18030, UTF-16; comma, semicolon or tab.</summary>
internal static class CsvSource
{
    private const int LongestField = 1 << 20;

    public static RawSheet Open(Stream file, TableReadOptions options)
    {
        var encoding = TextEncoding.Detect(file);
        file.Position = 0;
        var delimiter = Delimiter(file, encoding);
        return new RawSheet("CSV", true, () => Rows(file, encoding, delimiter, options));
    }

    private static char Delimiter(Stream file, Encoding encoding)
    {
        using var reader = new StreamReader(file, encoding, true, 64 * 1024, leaveOpen: true);
        var counts = new Dictionary<char, int> { [','] = 0, ['\t'] = 0, [';'] = 0 };
        for (var line = 0; line < 20 && reader.ReadLine() is { } text; line++)
            foreach (var c in text)
                if (counts.TryGetValue(c, out var n)) counts[c] = n + 1;
        return counts.MaxBy(c => c.Value).Key;
    }

    private static IEnumerable<RawRow> Rows(Stream file, Encoding encoding, char delimiter, TableReadOptions options)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, true, 64 * 1024, leaveOpen: true);
        var text = new CharSource(reader);
        var cells = new List<Cell>(64);
        var field = new StringBuilder();
        for (var row = 1; text.Peek() >= 0; row++)
        {
            cells.Clear();
            for (var more = true; more;)
            {
                more = ReadField(text, field, delimiter);
                var cell = Cell.OfText(field.ToString());
                if (cells.Count < options.MaxColumns) cells.Add(cell);
                else if (!cell.IsBlank) throw TableReadException.TooLarge($"表格超过 {options.MaxColumns} 列");
            }
            yield return RawRow.Of(row, cells);
        }
    }

    /// <summary>True when another field of the same row follows. A quote inside an unquoted field is text.</summary>
    private static bool ReadField(CharSource text, StringBuilder field, char delimiter)
    {
        field.Clear();
        var quoted = text.Skip('"');
        for (int next; (next = text.Read()) >= 0;)
        {
            var c = (char)next;
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (text.Skip('"')) field.Append('"');
                else quoted = false;
            }
            else if (c == delimiter) return true;
            else if (c == '\n') return false;
            else if (c == '\r')
            {
                text.Skip('\n');
                return false;
            }
            else field.Append(c);
            if (field.Length > LongestField) throw new TableReadException("某个单元格超过 100 万字，可能缺少一个引号。请检查 CSV 文件，或另存为 .xlsx 后重新上传。");
        }
        return false;
    }

    /// <summary>StreamReader.Peek may report an end that is only the end of its buffer.</summary>
    private sealed class CharSource(TextReader reader)
    {
        private readonly char[] _buffer = new char[16 * 1024];
        private int _at;
        private int _end;

        public int Peek() => _at < _end || Fill() ? _buffer[_at] : -1;

        public int Read() => _at < _end || Fill() ? _buffer[_at++] : -1;

        public bool Skip(char c)
        {
            if (Peek() != c) return false;
            _at++;
            return true;
        }

        private bool Fill()
        {
            _at = 0;
            _end = reader.Read(_buffer, 0, _buffer.Length);
            return _end > 0;
        }
    }
}
