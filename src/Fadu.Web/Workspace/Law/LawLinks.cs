using Fadu.Core.Law;
using Fadu.Rules.Registers;
using Microsoft.AspNetCore.Html;

namespace Fadu.Web.Workspace.Law;

/// <summary>Addresses of the law browser; every page that shows an article links it through here.</summary>
public static class LawLinks
{
    /// <summary>A basis as linked citations: 《行政处罚法》第五十八条；工作惯例 where there is none; 待核实 where it was not seen in a source.</summary>
    public static IHtmlContent Link(this LawStore law, Basis basis)
    {
        var html = new HtmlContentBuilder();
        if (basis.Practice)
        {
            html.Append("工作惯例");
        }

        for (var i = 0; i < basis.Citations.Count; i++)
        {
            var citation = basis.Citations[i];
            html.Append(i == 0 ? "" : "；").AppendHtml("<a href=\"").Append(Statute(citation.Statute)).AppendHtml("\">")
                .Append(law.Cite(new Basis([citation], Unverified: false))).AppendHtml("</a>");
        }

        return basis.Unverified ? html.AppendHtml(" <span class=\"unverified\">待核实</span>") : html;
    }

    /// <summary>A statute.</summary>
    public static string Statute(string id) => "/law/statutes/" + id;

    /// <summary>A version of a register, at one of its items where given.</summary>
    public static string Register(Register register, string? item = null) => $"/law/registers/{register.Id}/{register.InForce:yyyy-MM-dd}{(item is null ? "" : "#" + item)}";

    /// <summary>A measure.</summary>
    public static string Measure(string id) => "/law/measures/" + id;

    /// <summary>A code list.</summary>
    public static string Codes(string id) => "/law/codes/" + id;

    /// <summary>A supervision rule.</summary>
    public static string Rule(string id) => "/law/rules#" + id;

    /// <summary>Working days of a year.</summary>
    public static string Calendar(int year) => "/law/calendar/" + year;
}
