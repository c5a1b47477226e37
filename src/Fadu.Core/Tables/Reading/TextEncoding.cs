using System.Text;
using System.Text.Unicode;

namespace Fadu.Core.Tables;

/// <summary>Reads the whole file once to tell UTF-8 from GB18030: a guess from the first lines fails on files that begin with digits.</summary>
internal static class TextEncoding
{
    public static Encoding Detect(Stream file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var buffer = new byte[64 * 1024];
        file.Position = 0;
        var n = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, n);
        if (TableFile.IsWebPage(head[..Math.Min(n, 256)]))
            throw new TableReadException("这是网页或 XML 格式的文件，只是名字像表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。");
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new UnicodeEncoding(false, true, true);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new UnicodeEncoding(true, true, true);
        if (head.Contains((byte)0)) throw new TableReadException("这不是表格文件。请上传 .xlsx、.xls、.et 或 .csv 文件。");
        return IsUtf8(file, buffer) ? new UTF8Encoding(true, true)
            : Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static bool IsUtf8(Stream file, byte[] buffer)
    {
        file.Position = 0;
        var kept = 0;
        for (int n; (n = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var span = buffer.AsSpan(0, kept + n);
            var whole = span.Length - Unfinished(span);
            if (!Utf8.IsValid(span[..whole])) return false;
            kept = span.Length - whole;
            span[whole..].CopyTo(buffer);
        }
        return kept == 0;
    }

    /// <summary>Bytes of a character that is cut by the end of the buffer.</summary>
    private static int Unfinished(ReadOnlySpan<byte> span)
    {
        for (var back = 1; back <= Math.Min(3, span.Length); back++)
        {
            var b = span[^back];
            if (b < 0x80) return 0;
            if (b < 0xC0) continue;
            var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
            return back < length ? back : 0;
        }
        return 0;
    }
}
