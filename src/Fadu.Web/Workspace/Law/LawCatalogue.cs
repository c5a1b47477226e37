using Fadu.Rules.Registers;
using LawBook = Fadu.Rules.Registers.Law;

namespace Fadu.Web.Workspace.Law;

/// <summary>Everything that the law says as one list: the search reads it, and a statute's page finds those who cite it in it.</summary>
internal static class LawCatalogue
{
    public static IEnumerable<LawItem> Of(LawBook law) =>
        law.Newest.SelectMany(r => law.Versions(r.Id).Reverse()).SelectMany(r => Of(law, r))
            .Concat(law.Measures.Values.Select(m => new LawItem("指标", m.Title, m.Unit, LawLinks.Measure(m.Id), m.Basis, m.Id + " " + m.Definitions[0].Text)))
            .Concat(law.SupervisionRules.Values.Select(r => new LawItem("监督规则", r.Title, r.Register is { } id ? law.Latest(id).Title : "", LawLinks.Rule(r.Id), r.Basis, r.Id + " " + r.Says)))
            .Concat(law.CodeLists.Values.Select(c => new LawItem("代码表", c.Title, "", LawLinks.Codes(c.Id), c.Basis, c.Id + " " + string.Join(' ', c.Codes.Select(x => x.Title)))))
            .Concat(law.CodeLists.Values.SelectMany(l => l.Codes.Where(c => c.Basis is not null).Select(c => new LawItem("代码", c.Title, l.Title, LawLinks.Codes(l.Id) + "#" + c.Id, c.Basis))))
            .Concat(law.ReportTemplates.Values.Select(t => new LawItem("报告模板", t.Title.Source, "", "/law/reports#" + t.Id, t.Basis)))
            .Concat(law.Systems.Select(s => new LawItem("业务", s.Title, string.Join("、", s.Registers.Select(r => law.Latest(r).Title)), "/law/systems#" + s.Id, null, s.Id + " " + s.Within)))
            .Concat(law.Roles.Roles.Values.Select(r => new LawItem("角色", r.Title, "", "/law/roles#" + r.Id, r.Basis)));

    private static IEnumerable<LawItem> Of(LawBook law, Register r)
    {
        var of = ReferenceEquals(r, law.Latest(r.Id)) ? r.Title : $"{r.Title}（{r.InForce:yyyy-MM-dd}版）";
        yield return new("事项", r.Title, of == r.Title ? "" : $"{r.InForce:yyyy-MM-dd}版", LawLinks.Register(r), new Basis([new(r.Statute, "")], false), r.Id);
        LawItem Item(string kind, string title, string anchor, Basis? basis, string words = "") => new(kind, title, of, LawLinks.Register(r, anchor), basis, words);
        var items = r.Steps.Select(s => Item("环节", s.Title, "step-" + s.Id, s.Basis, string.Join(' ', s.Files)))
            .Concat(r.Clocks.SelectMany(c => OfClock(r, c, Item)))
            .Concat(r.Gates.Select(g => Item("关口", g.Says, "gate-" + g.Id, g.Basis, g.Advice ?? "")))
            .Concat(r.Fields.Select(f => Item("字段", f.Title, "field-" + f.Id, f.Basis, f.Help ?? "")))
            .Concat(r.Publications.Select(p => Item("公开", p.Title, "publication-" + p.Id, p.Basis)))
            .Concat(r.Parameters.Values.Select(p => Item("参数", p.Title, "parameter-" + p.Id, p.Basis)))
            .Concat(law.CasesOf(r).Select(c => Item("案例", c.Title, "cases", c.Basis)));
        foreach (var item in items)
        {
            yield return item;
        }
    }

    private static IEnumerable<LawItem> OfClock(Register r, Clock c, Func<string, string, string, Basis?, string, LawItem> item) =>
    [
        item("期限", c.Title, "clock-" + c.Id, c.Basis, ""),
        .. c.Stops.Select(s => item("期限中止", $"{c.Title}：{LawWords.Name(r, s.From)}", "clock-" + c.Id, s.Basis, "")),
        .. c.Extensions.Select(e => item("期限延长", $"{c.Title}：{LawWords.Name(r, e.Step)}", "clock-" + c.Id, e.Basis, "")),
        .. c.Lapse is { } lapse ? new[] { item("逾期效力", $"{c.Title}：{lapse.Says}", "clock-" + c.Id, lapse.Basis, "") } : [],
    ];
}
