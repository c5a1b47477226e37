using Fadu.Core.Imports;
using Fadu.Core.Law;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Imports;

/// <summary>The rows with errors as a workbook that can be corrected and uploaded again.</summary>
[Permission("matters.import")]
public sealed class ErrorsModel(LawStore law, ImportService imports, CurrentActor me) : ImportPage(law, imports, me)
{
    /// <summary>Sends the workbook.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string import) => await FindAsync(id, import) is { Counts.Errors: > 0 } record
        ? await Download.XlsxAsync($"{Register.Title}错误数据", file => Imports.WriteErrorsAsync(record, file, HttpContext.RequestAborted))
        : NotFound();
}
