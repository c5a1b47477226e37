using Fadu.Rules.Registers;
using LawBook = Fadu.Rules.Registers.Law;

namespace Fadu.Web.Workspace.Law;

/// <summary>One aspect that differs.</summary>
public sealed record ChangedAspect(string Name, string Before, string After);

/// <summary>One item that a version added, dropped or changed.</summary>
/// <param name="What">新增, 删除 or 修改.</param>
public sealed record RegisterChange(string What, string Kind, string Title, IReadOnlyList<ChangedAspect> Aspects);

/// <summary>What changed between two versions of a register, in the words that the page shows.</summary>
internal static class RegisterChanges
{
    public static IReadOnlyList<RegisterChange> Between(LawBook law, Register before, Register after)
    {
        var (old, now) = (Items(law, before), Items(law, after));
        return
        [
            .. now.Where(n => !old.ContainsKey(n.Key)).Select(n => new RegisterChange("新增", n.Key.Kind, n.Value.Title, [])),
            .. old.Where(o => !now.ContainsKey(o.Key)).Select(o => new RegisterChange("删除", o.Key.Kind, o.Value.Title, [])),
            .. now.Where(n => old.ContainsKey(n.Key)).Select(n => new RegisterChange("修改", n.Key.Kind, n.Value.Title, Differences(old[n.Key].Aspects, n.Value.Aspects))).Where(c => c.Aspects.Count > 0),
        ];
    }

    private static List<ChangedAspect> Differences((string Name, string Value)[] before, (string Name, string Value)[] after) =>
        [.. before.Zip(after).Where(p => p.First.Value != p.Second.Value).Select(p => new ChangedAspect(p.First.Name, p.First.Value, p.Second.Value))];

    private static Dictionary<(string Kind, string Id), (string Title, (string Name, string Value)[] Aspects)> Items(LawBook law, Register r)
    {
        Dictionary<(string, string), (string, (string, string)[])> items = [];
        items[("事项", r.Id)] = (r.Title, [("名称", r.Title), ("主要依据", law.Statutes[r.Statute].Title), ("编号", r.NumberPattern ?? "")]);
        foreach (var s in r.Steps)
        {
            items[("环节", s.Id)] = (s.Title, [("名称", s.Title), ("前置", LawWords.Names(r, s.After.Concat(s.AfterAll))), ("办理人", LawWords.Roles(law, s)), ("填写", LawWords.Names(r, s.Sets.Select(f => f.Field))), ("文书", string.Join("、", s.Files)), ("依据", law.Cite(s.Basis))]);
        }

        foreach (var c in r.Clocks)
        {
            items[("期限", c.Id)] = (c.Title, [("名称", c.Title), ("起", LawWords.Names(r, c.From)), ("止", LawWords.Names(r, c.To)), ("期限", LawWords.Limits(law, r, c)), ("中止", string.Join("、", c.Stops.Select(s => LawWords.Name(r, s.From)))), ("延长", string.Join("、", c.Extensions.Select(e => LawWords.Name(r, e.Step) + LawWords.Limit(r, e.Limit, null)))), ("依据", law.Cite(c.Basis))]);
        }

        foreach (var g in r.Gates)
        {
            items[("关口", g.Id)] = (g.Says, [("规则", g.Says), ("环节", LawWords.Names(r, g.Before)), ("条件", g.Needs.Explain()), ("依据", law.Cite(g.Basis))]);
        }

        foreach (var f in r.Fields)
        {
            items[("字段", f.Id)] = (f.Title, [("名称", f.Title), ("类型", f.Type.Word()), ("必填", f.Required ? "是" : "否"), ("代码表", f.Codes?.Title ?? "")]);
        }

        foreach (var p in r.Publications)
        {
            items[("公开", p.Id)] = (p.Title, [("期限", LawWords.Limits(r, p.Within, null)), ("内容", LawWords.Names(r, p.Fields)), ("隐去", LawWords.Names(r, p.Redact)), ("依据", law.Cite(p.Basis))]);
        }

        foreach (var p in r.Parameters.Values)
        {
            items[("参数", p.Id)] = (p.Title, [("值", LawWords.Value(p)), ("依据", law.Cite(p.Basis))]);
        }

        return items;
    }
}
