using Fadu.Core.Files;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web;

/// <summary>Workbooks and documents as answers.</summary>
/// <remarks>Their writers are synchronous and go back in the file, which an answer cannot: each is finished first, a long list on the disk.</remarks>
internal static class Download
{
    /// <summary>A workbook of any length.</summary>
    /// <param name="name">Name without extension.</param>
    public static async Task<FileStreamResult> XlsxAsync(string name, Func<Stream, Task> write)
    {
        var file = TemporaryFile.Create();
        try
        {
            await write(file);
            return Finished(file, name, ".xlsx");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>A workbook of a few pages.</summary>
    /// <param name="name">Name without extension.</param>
    public static FileStreamResult Xlsx(string name, Action<Stream> write) => InMemory(name, ".xlsx", write);

    /// <summary>A document.</summary>
    /// <param name="name">Name without extension.</param>
    public static FileStreamResult Docx(string name, Action<Stream> write) => InMemory(name, ".docx", write);

    private static FileStreamResult InMemory(string name, string extension, Action<Stream> write)
    {
        var file = new MemoryStream();
        write(file);
        return Finished(file, name, extension);
    }

    private static FileStreamResult Finished(Stream file, string name, string extension)
    {
        file.Position = 0;
        return new(file, FileTypes.MediaType(extension)) { FileDownloadName = name + extension };
    }
}
