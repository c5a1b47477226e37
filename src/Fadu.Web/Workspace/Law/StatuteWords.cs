using Fadu.Rules.Statutes;

namespace Fadu.Web.Workspace.Law;

/// <summary>Words for the facts of statutes.</summary>
public static class StatuteWords
{
    private static readonly Dictionary<string, string> Facts = new()
    {
        ["number"] = "文号",
        ["issued"] = "公布日期",
        ["in_force"] = "施行日期",
        ["in-force"] = "施行日期",
        ["repealed"] = "失效日期",
        ["title"] = "名称",
        ["days"] = "日的计算",
        ["issuer"] = "制定机关",
        ["articles"] = "条文",
    };

    /// <summary>Status on a day.</summary>
    public static string Word(this StatuteStatus status) => status switch
    {
        StatuteStatus.NotYetInForce => "○ 尚未施行",
        StatuteStatus.Repealed => "■ 已失效",
        _ => "● 现行有效",
    };

    /// <summary>Facts that were not seen in an official text.</summary>
    public static string UnverifiedFacts(this Statute statute) => string.Join("、", statute.Unverified.Select(f => Facts.GetValueOrDefault(f, f)));
}
