using Fadu.Core.Law;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Law;

/// <summary>One whole part of the law: all statutes, all measures and so on.</summary>
[Permission("law.read")]
public sealed class PartModel(PageFormat format) : PageModel
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["statutes"] = "法规依据",
        ["measures"] = "指标",
        ["rules"] = "监督规则",
        ["codes"] = "代码表",
        ["reports"] = "报告模板",
        ["roles"] = "角色权限",
        ["systems"] = "业务对照",
    };

    /// <summary>Which part.</summary>
    public string Part { get; private set; } = "";

    /// <summary>Its Chinese name.</summary>
    public string Heading => Titles[Part];

    /// <summary>Shows it; registers stand on the entrance page, the calendar under its years.</summary>
    public IActionResult OnGet(string part)
    {
        Part = part;
        return part switch
        {
            "calendar" => Redirect(LawLinks.Calendar(format.Today.Year)),
            "registers" => Redirect("/law"),
            _ when Titles.ContainsKey(part) => Page(),
            _ => NotFound(),
        };
    }
}
