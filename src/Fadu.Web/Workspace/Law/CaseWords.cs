using Fadu.Rules.Registers;
using Fadu.Rules.WorkedCases;
using LawBook = Fadu.Rules.Registers.Law;

namespace Fadu.Web.Workspace.Law;

/// <summary>The lines of a worked case with the titles of what they name.</summary>
internal static class CaseWords
{
    private static readonly Dictionary<string, string> Lights = new() { ["green"] = "● 正常", ["yellow"] = "▲ 临期", ["red"] = "■ 超期", ["grey"] = "⏸ 中止" };

    public static string Expectation(LawBook law, Register register, CaseNote note) => note.Name switch
    {
        "refused" => "不能办理：" + string.Join("；", note.Parts.Select(p => $"{LawWords.Name(register, p.Name)}（{Refusal(register, p)}）")),
        "can" => "可以办理：" + string.Join("、", Leaves(note).Select(s => LawWords.Name(register, s))),
        "findings" => Leaves(note).ToList() is { Count: > 0 } keys
            ? "监督发现：" + string.Join("、", keys.Select(k => law.SupervisionRules.Values.FirstOrDefault(r => r.Key == k && r.Register == register.Id)?.Title ?? k))
            : "没有监督发现",
        _ => Name(register, note.Name) + "：" + Text(register, note),
    };

    public static string Given(Register register, CaseNote note) => $"{LawWords.Name(register, note.Name)}：{Text(register, note)}";

    private static string Name(Register register, string name) => name.Split('.') is [var clock, var part]
        ? (register.Clock(clock)?.Title ?? register.Step(clock)?.Title ?? clock) + part switch { "due" => "截止日", "light" => "灯", "stopped" => "中止", "met" => "完成日", "on" => "日期", "done" => "已办", "overdue" => "超期", _ => " " + part }
        : name == "status" ? "状态" : LawWords.Name(register, name);

    private static string Text(Register register, CaseNote note) => note.Parts.Count == 0
        ? Value(register, note)
        : string.Join(note.Parts[0].Name.Length == 0 ? "；" : "，", note.Parts.Select(p => Text(register, p)));

    private static string Value(Register register, CaseNote note) => note.Value switch
    {
        "true" => "是",
        "false" => "否",
        var light when note.Name.EndsWith(".light", StringComparison.Ordinal) => Lights.GetValueOrDefault(light, light),
        var value => Codes(register, note.Name)?.Find(value)?.Title ?? value,
    };

    private static CodeList? Codes(Register register, string name) =>
        register.Facts.Find(name)?.Codes ?? register.Facts.Rows.Select(t => t.Find(name)?.Codes).FirstOrDefault(c => c is not null);

    private static string Refusal(Register register, CaseNote note) =>
        string.Join("；", Leaves(note).Select(id => register.Gates.FirstOrDefault(g => g.Id == id)?.Says ?? Reason(register, id)));

    private static string Reason(Register register, string id) => id switch
    {
        "order" => "顺序未到或者不适用",
        "when" => "不适用",
        "date" => "日期不对",
        _ when register.Clock(id) is { } clock => $"“{clock.Title}”未满",
        _ when register.Field(id) is { } field => $"“{field.Title}”未填或者不对",
        _ when register.Steps.Any(s => s.Id == id) => $"先办理“{LawWords.Name(register, id)}”",
        _ => $"缺少“{id}”",
    };

    private static IEnumerable<string> Leaves(CaseNote note) =>
        note.Parts.Count == 0 ? (note.Value.Length == 0 ? [] : [note.Value]) : note.Parts.Where(p => p.Name is "" or "gate").SelectMany(Leaves);
}
