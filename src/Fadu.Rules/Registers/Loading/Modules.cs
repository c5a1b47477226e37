namespace Fadu.Rules.Registers.Loading;

/// <summary>The menu groups in their order; a new one is a change of the platform, not of a definition.</summary>
internal static class Modules
{
    public static IReadOnlyList<Module> All { get; } =
    [
        new("leadership", "组织领导"), new("decisions", "重大行政决策"), new("documents", "规范性文件"), new("review", "合法性审查"),
        new("competition", "公平竞争审查"), new("officers", "执法主体与人员"), new("inspection", "行政检查"), new("enforcement", "行政执法"),
        new("supervision", "执法监督"), new("disputes", "复议与应诉"), new("mediation", "人民调解"), new("services", "公共法律服务"),
        new("study", "学法普法"), new("disclosure", "信息公开"),
    ];

    public static IReadOnlySet<string> Ids { get; } = All.Select(m => m.Id).ToHashSet();

    public static int Order(string id)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Id == id)
            {
                return i;
            }
        }

        return All.Count;
    }
}
