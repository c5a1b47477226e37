using Fadu.Core.Imports;
using Fadu.Core.Law;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Imports;

/// <summary>The template of a register.</summary>
[Permission("matters.import")]
public sealed class TemplateModel(LawStore law, ImportService imports, CurrentActor me) : ImportPage(law, imports, me)
{
    private readonly LawStore law = law;

    /// <summary>Sends the workbook.</summary>
    public async Task<IActionResult> OnGetAsync(string id) => Find(id)
        ? await Download.XlsxAsync($"{Register.Title}导入模板", file =>
        {
            ImportTemplate.Write(file, Imports.Layout(id), law, Imports.OfficeNames(Actor.Region));
            return Task.CompletedTask;
        })
        : NotFound();
}
