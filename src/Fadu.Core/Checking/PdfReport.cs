using System.ComponentModel;
using System.Diagnostics;

namespace Fadu.Core.Checking;

/// <summary>Text of a PDF through pdftotext (Poppler). Without the program the reader is told what to install; a scan has no text and is said to be one.</summary>
public static class PdfReport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static ReportText Read(string path) => Read(path, "pdftotext");

    /// <summary>Through another program of the same arguments.</summary>
    internal static ReportText Read(string path, string program)
    {
        var name = Path.GetFileName(path);
        var output = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program) { ArgumentList = { "-enc", "UTF-8", "-layout", path, output }, RedirectStandardError = true, UseShellExecute = false });
            if (process is null) return Missing(name);
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience)) { process.Kill(true); return ReportText.Unreadable($"{name} 转换超过 {Patience.TotalSeconds} 秒，已放弃。请另存为 .docx 后再校核。"); }
            if (process.ExitCode != 0) return ReportText.Unreadable($"{name} 已损坏、已加密或不是有效的 PDF。");
            if (new FileInfo(output).Length > ReportReader.MaxBytes) return ReportText.Unreadable($"{name} 的文本过大，请拆分后再校核。");
            var text = PdfLines.Join(File.ReadAllText(output));
            return text.Count(c => c > ' ') < 20 ? ReportText.Unreadable($"{name} 里没有文字，应是扫描件，请先做文字识别。") : ReportText.Of(text);
        }
        catch (Win32Exception)
        {
            return Missing(name);
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static ReportText Missing(string name) => ReportText.Unreadable($"读取 {name} 需要 pdftotext，本机没有安装。请安装 poppler-utils，或把报告另存为 .docx、.txt 后再校核。");
}
