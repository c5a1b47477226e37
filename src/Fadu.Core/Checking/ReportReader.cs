namespace Fadu.Core.Checking;

/// <summary>Reads a report file of any supported kind as text; every failure is a message in Chinese and never an exception.</summary>
public static class ReportReader
{
    /// <summary>Largest file that is opened.</summary>
    public const long MaxBytes = 100L * 1024 * 1024;

    /// <summary>Longest text that is checked.</summary>
    public const int MaxCharacters = 20_000_000;

    public static readonly IReadOnlyList<string> Extensions = [".txt", ".md", ".html", ".htm", ".docx", ".xlsx", ".pdf"];

    public static ReportText Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return ReportText.Unreadable($"找不到文件 {path}，请检查路径。");
        if (file.Length == 0) return ReportText.Unreadable($"{file.Name} 是空文件，没有可校核的内容。");
        if (file.Length > MaxBytes) return ReportText.Unreadable($"{file.Name} 有 {file.Length / 1024 / 1024} MB，超过 {MaxBytes / 1024 / 1024} MB 的上限，请拆分后再校核。");
        try
        {
            var read = file.Extension.ToLowerInvariant() switch
            {
                ".docx" => DocxReport.Read(path),
                ".xlsx" => XlsxReport.Read(path),
                ".pdf" => PdfReport.Read(path),
                ".html" or ".htm" => HtmlReport.Read(path),
                ".doc" or ".wps" => ReportText.Unreadable($"{file.Name} 是旧版二进制文档，请另存为 .docx 后再校核。"),
                ".xls" or ".et" => ReportText.Unreadable($"{file.Name} 是旧版工作簿，请另存为 .xlsx 后再校核。"),
                ".rtf" or ".odt" or ".ofd" => ReportText.Unreadable($"{file.Name} 的格式不能读，请另存为 .docx 或 .pdf 后再校核。"),
                _ => ReadText(path),
            };
            return read.Text switch
            {
                null => read,
                { Length: > MaxCharacters } => ReportText.Unreadable($"{file.Name} 的文本超过 {MaxCharacters / 10_000} 万字的上限，请拆分后再校核。"),
                var text when string.IsNullOrWhiteSpace(text) => ReportText.Unreadable($"{file.Name} 里没有文字。扫描件请先做文字识别。"),
                _ => read,
            };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ReportText.Unreadable($"{file.Name} 读不出来：{problem.Message}");
        }
    }

    private static ReportText ReadText(string path) =>
        TextEncodings.Decode(File.ReadAllBytes(path)) is { } text ? ReportText.Of(text) : ReportText.Unreadable($"{Path.GetFileName(path)} 不是 UTF-8 或 GB18030 编码的文本，请另存为其中一种编码。");
}
