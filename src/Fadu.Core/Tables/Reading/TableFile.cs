using System.IO.Compression;
using System.Text;

namespace Fadu.Core.Tables;

/// <summary>Tells from the first bytes what a file is (its name says little) and opens its sheets.</summary>
internal static class TableFile
{
    public static IReadOnlyList<RawSheet> Open(Stream file, TableReadOptions options, List<IDisposable> toDispose)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var n = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        head = head[..n];
        if (n == 0) throw new TableReadException("文件是空的，请检查后重新上传。");
        if (head.StartsWith("PK\x03\x04"u8)) return Package(file, options, toDispose);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return LegacyBook.Open(file, options, toDispose);
        if (head.StartsWith("%PDF"u8)) throw new TableReadException("这是 PDF 文件，不是表格。请上传 .xlsx、.xls、.et 或 .csv 文件。");
        return [CsvSource.Open(file, options)];
    }

    private static IReadOnlyList<RawSheet> Package(Stream file, TableReadOptions options, List<IDisposable> toDispose)
    {
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        toDispose.Add(zip);
        if (zip.Entries.Count > 10_000 || zip.Entries.Sum(e => Math.Min(e.Length, long.MaxValue / 20_000)) > options.MaxUnpackedBytes)
            throw TableReadException.TooLarge("文件解开后过大");
        if (zip.GetEntry("xl/workbook.bin") is not null) return LegacyBook.Open(file, options, toDispose);
        if (zip.GetEntry("word/document.xml") is not null) throw new TableReadException("这是 Word 文档，不是表格。请上传 .xlsx、.xls、.et 或 .csv 文件。");
        if (zip.GetEntry("OFD.xml") is not null) throw new TableReadException("这是 OFD 版式文件，不是表格。请上传 .xlsx、.xls、.et 或 .csv 文件。");
        if (zip.GetEntry("content.xml") is not null) throw new TableReadException("这是 ODS 表格，请用 Excel 或 WPS 另存为 .xlsx 后重新上传。");
        return XlsxBook.Open(new ZipParts(zip, options.MaxUnpackedBytes), options);
    }

    /// <summary>Old systems export web pages under the name .xls.</summary>
    public static bool IsWebPage(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        return text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("MIME-Version", StringComparison.OrdinalIgnoreCase);
    }
}
