namespace Fadu.Rules.Checking.Figures;

/// <summary>Measure words and units with the group in which they may be added. The longest match wins: 人次 before 人, 个百分点 before 个.</summary>
internal static class Units
{
    private static readonly Dictionary<string, UnitGroup> Groups = Build();
    private static readonly int Longest = Groups.Keys.Max(unit => unit.Length);
    private static readonly HashSet<char> First = Groups.Keys.Select(unit => unit[0]).ToHashSet();

    public static bool TryMatch(ReadOnlySpan<char> text, out int length, out UnitGroup group)
    {
        length = 0;
        group = UnitGroup.None;
        if (text.IsEmpty || !First.Contains(text[0])) return false;
        var lookup = Groups.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(Longest, text.Length); n > 0; n--)
        {
            if (!lookup.TryGetValue(text[..n], out group)) continue;
            length = n;
            return true;
        }
        return false;
    }

    private static Dictionary<string, UnitGroup> Build()
    {
        var groups = new Dictionary<string, UnitGroup>();
        void Add(UnitGroup group, string words)
        {
            foreach (var word in words.Split(' ')) groups[word] = group;
        }
        Add(UnitGroup.Thing, "件 宗 起 例 案 份 卷 本 部 篇 个 项 条 座 处 家 所 类 种 套 台 辆 艘 架 间 批 块 张 只 支 棵 株 颗 笔 单 票 款 栋 幢 枚 幅 门 件次 项次 条次 大类 大项 小项 册 封 桩 顶 面 盏 口 眼 尊 方面 期 集 节 档 道 宗次 案次 批次 件批次 件(批)次 万字 方案 枪 头");
        Add(UnitGroup.Person, "人 名 位 员");
        Add(UnitGroup.PersonTime, "人次 人(次)");
        Add(UnitGroup.Household, "户");
        Add(UnitGroup.HouseholdTime, "户次 家次");
        Add(UnitGroup.Occasion, "次 场 场次 趟 遍 轮 轮次 届 班次 车次");
        Add(UnitGroup.Money, "元 人民币");
        Add(UnitGroup.ForeignMoney, "美元 欧元 港元 日元 英镑");
        Add(UnitGroup.Percent, "%");
        Add(UnitGroup.PerMille, "‰");
        Add(UnitGroup.Point, "个百分点 百分点 pct");
        Add(UnitGroup.Multiple, "倍");
        Add(UnitGroup.Length, "公里 千米 米 里 厘米 毫米");
        Add(UnitGroup.Area, "亩 公顷 平方米 平方公里 平方千米");
        Add(UnitGroup.Mass, "吨 斤 公斤 千克 克 吨标准煤");
        Add(UnitGroup.Volume, "立方米 方 升 立方");
        Add(UnitGroup.Power, "千瓦 兆瓦 吉瓦 瓦");
        Add(UnitGroup.Energy, "千瓦时 度 吉瓦时");
        Add(UnitGroup.Duration, "年 个月 月 周 天 日 小时 分钟 分 秒 个工作日 工作日 个季度 季度 周年 岁 个小时 个自然日 载 昼夜");
        Add(UnitGroup.Hour, "学时 课时");
        Add(UnitGroup.Other, "微克/立方米 毫克/升 个村 村 镇 乡 县 市 省 国 级 层 ℃ 床 字 线 路 站 组 队 班 成员 张床 天次 标箱 代 步 路段");
        return groups;
    }
}
