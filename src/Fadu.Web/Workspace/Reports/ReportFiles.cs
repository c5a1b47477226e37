using Fadu.Core.Documents;
using Fadu.Core.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Reports;

/// <summary>Reports as files to download.</summary>
internal static class ReportFiles
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static FileResult Docx(OfficialDocument document, string name) => File(output => GbDocxWriter.Write(document, output), WordType, name + ".docx");

    public static FileResult Xlsx(IReadOnlyList<ReportFigure> figures, string name) => File(output => FigureWorkbook.Write(name, figures, output), ExcelType, name + "数字表.xlsx");

    private static FileContentResult File(Action<Stream> write, string type, string name)
    {
        using var stream = new MemoryStream();
        write(stream);
        return new(stream.ToArray(), type) { FileDownloadName = name };
    }
}
