using Fadu.Core.Files;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>A file of a matter, for those in whose scope the matter is.</summary>
[Permission("matters.read")]
public sealed class FileModel(FileStore files, CurrentActor me) : PageModel
{
    /// <summary>Sends it as a download: nothing that somebody uploaded is ever shown as part of this site.</summary>
    public async Task<IActionResult> OnGetAsync(long matter, int sequence, int position)
    {
        if (await files.FindAsync(me.Value, matter, sequence, position, HttpContext.RequestAborted) is not { } found || !System.IO.File.Exists(files.PathOf(found.File.Sm3)))
        {
            return NotFound();
        }

        return PhysicalFile(files.PathOf(found.File.Sm3), found.Type, found.File.Name);
    }
}
