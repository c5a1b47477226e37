using Fadu.Core;
using Fadu.Core.Checking;
using Fadu.Web.Security;

namespace Fadu.Web.Workspace.Checker;

/// <summary>Reads an uploaded report; the file lies on disk only while it is read.</summary>
internal static class UploadedReport
{
    public static async Task<ReportText> ReadAsync(IFormFile file, FaduOptions options, long most, CancellationToken cancel)
    {
        var name = Path.GetFileName(file.FileName);
        if (!ReportReader.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()))
        {
            return ReportText.Unreadable($"不能校核“{name}”：这里只认 {string.Join(' ', ReportReader.Extensions)}。旧版 .doc、.wps 请先另存为 .docx。");
        }

        if (file.Length > most)
        {
            return ReportText.Unreadable($"{name} 超过{most / 1024 / 1024}MB，请拆分后再校核。");
        }

        var folder = Directory.CreateDirectory(Path.Combine(options.Data, "tmp", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            var path = Path.Combine(folder, "报告" + Path.GetExtension(name).ToLowerInvariant());
            await using (var copy = System.IO.File.Create(path))
            {
                await file.CopyToAsync(copy, cancel);
            }

            var read = ReportReader.Read(path);
            return read.Problem is { } problem ? ReportText.Unreadable(problem.Replace(Path.GetFileName(path), name, StringComparison.Ordinal)) : read;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
