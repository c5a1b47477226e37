using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>What the words beside a number say of it: total, part, closing class, done or pending, outcome.</summary>
internal static partial class Labels
{
    private static readonly string[] TotalCues = ["共计", "合计", "总计", "总数", "总量", "总共", "累计", "一共", "共", "全年", "全市", "全区", "全县", "全省", "收到", "受理", "收办", "接收", "新收", "审结", "办结", "总", "制作", "办理", "答复", "接待", "接到", "发生", "提出", "归集", "录入", "梳理", "清理", "新设立", "新增", "达"];
    private static readonly string[] StrongTotals = ["共计", "合计", "总计", "总数", "总共", "一共", "共"];
    private static readonly string[] Closing = ["其他", "其它", "其余", "剩余", "另有", "尚有", "尚未", "未结", "未审结", "未办结", "未完成", "在审", "在办", "正在", "结转", "转下年", "未", "待"];
    /// <summary>The words for a case that is closed.</summary>
    public static readonly string[] Closed = ["办结", "审结", "结案"];

    private static readonly string[] Done = [.. Closed, "已", "完成", "化解", "办理完毕", "答复"];
    private static readonly string[] Pending = ["未", "在审", "在办", "正在", "其余", "剩余", "结转", "尚", "待", "转下"];

    private static readonly string[] Outcomes =
    [
        "维持", "撤销", "变更", "确认违法", "确认无效", "责令", "驳回", "终止", "中止", "不予受理", "撤回", "调解", "和解", "败诉", "胜诉", "撤诉", "转送", "告知", "予以公开", "部分公开", "不予公开",
        "无法提供", "不予处理", "废止", "修改", "保留", "继续有效", "失效", "取消", "优秀", "良好", "合格", "未结", "在审", "补正", "不予立案", "不起诉", "准予许可", "不予许可", "不予援助", "不批准",
    ];

    private static readonly (string A, string B)[] Complements =
    [
        ("成功", "不成功"), ("受理", "不予受理"), ("予以受理", "不予受理"), ("受理", "不受理"), ("线上", "线下"), ("已", "未"), ("结", "未"), ("结", "在审"), ("合格", "不合格"), ("保留", "取消"), ("保留", "废止"), ("男", "女"), ("市级", "县级"), ("市级", "区级"),
        ("市级", "县区级"), ("自然人", "法人"), ("预期性", "约束性"), ("国内", "国外"), ("城镇", "农村"), ("城市", "农村"), ("新增", "续"), ("完成", "其余"), ("同意", "不同意"), ("通过", "未通过"), ("一般", "简易"), ("简易", "普通"), ("一审", "二审"),
        ("民事", "刑事"), ("书面", "网络"), ("政府", "部门"), ("许可", "处罚"), ("检查", "处罚"), ("上级", "本级"), ("纸质", "电子"), ("个人", "单位"), ("个人", "企业"), ("完成", "未"), ("继续", "失效"), ("有效", "废止"),
        ("部门", "镇"), ("部门", "街道"), ("机关", "镇"), ("专职", "兼职"), ("建议", "提案"), ("内资", "外资"), ("国内", "涉外"), ("直办", "转办"), ("直接", "转"), ("即时", "转"), ("电话", "网络"), ("现场", "网"), ("窗口", "网"),
        ("自然人", "企业"), ("主办", "会办"), ("主办", "协办"), ("新收", "结转"), ("新收", "旧存"), ("市本级", "县"), ("市本级", "区"), ("按期", "逾期"), ("按时", "逾期"), ("采纳", "未"), ("A证", "B证"), ("首次", "再次"), ("当场", "限期"), ("批准", "不予"), ("准予", "不予"), ("基本支出", "项目支出"), ("投诉", "举报"),
        ("正职", "副职"), ("主动", "强制"), ("即办", "承诺"), ("好评", "差评"), ("上半年", "下半年"), ("批准", "不批准"), ("公诉", "不起诉"), ("满意", "不满意"),
    ];

    // Pairs of which nothing third exists.
    private static readonly (string A, string B)[] Opposites =
    [
        ("成功", "不成功"), ("受理", "不予受理"), ("予以受理", "不予受理"), ("受理", "不受理"), ("线上", "线下"), ("已", "未"), ("结", "未"), ("结", "在审"), ("合格", "不合格"), ("男", "女"), ("同意", "不同意"), ("通过", "未通过"), ("完成", "未"), ("完成", "其余"),
        ("简易", "普通"), ("一般", "简易"), ("专职", "兼职"), ("建议", "提案"), ("按期", "逾期"), ("按时", "逾期"), ("采纳", "未"), ("预期性", "约束性"), ("新收", "旧存"), ("新收", "结转"), ("城镇", "农村"), ("保留", "取消"), ("当场", "限期"), ("好评", "差评"), ("上半年", "下半年"),
    ];

    /// <summary>Words before a number without the words that only lead to it.</summary>
    public static string Clean(string before)
    {
        var text = before.Trim();
        string[] tails = ["达到", "达", "为", "约", "近", "共计", "共", "有", "了", "的", "超过", "超", "计", "是", ":", "均"];
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var tail in tails)
            {
                if (!text.EndsWith(tail, StringComparison.Ordinal) || text.Length == tail.Length) continue;
                text = text[..^tail.Length];
                changed = true;
            }
        }
        string[] heads = ["其中", "分别", "另有", "共", "已", "目前", "经", "对"];
        foreach (var head in heads)
            if (text.StartsWith(head, StringComparison.Ordinal) && text.Length > head.Length) text = text[head.Length..];
        return text.Trim(' ', ',', ':', '、');
    }

    public static bool IsTotal(Figure figure) => TotalCues.Any(cue => figure.Before.Contains(cue, StringComparison.Ordinal));

    public static bool IsStrongTotal(Figure figure) => StrongTotals.Any(cue => figure.Before.Contains(cue, StringComparison.Ordinal)) && !figure.Before.Contains("公共", StringComparison.Ordinal) && !figure.Before.Contains("共同", StringComparison.Ordinal);

    /// <summary>甲215件、乙308件，共523件: nothing but 共 stands before the number.</summary>
    public static bool IsBareTotal(Figure figure) => figure.Before is "共" or "共计" or "合计" or "总计" or "总共" or "一共";

    public static bool IsClosing(Figure figure) => Closing.Any(cue => Plain(figure.Before).Contains(cue, StringComparison.Ordinal) || figure.After.StartsWith(cue, StringComparison.Ordinal));

    /// <summary>其余16项, 其他12件: the last part of its list.</summary>
    public static bool IsRest(Figure figure) => figure.Before.StartsWith("其余", StringComparison.Ordinal) || figure.Before.StartsWith("剩余", StringComparison.Ordinal) || figure.Before is "其他" or "其它";

    public static bool IsDone(Figure figure) => Done.Any(cue => figure.Before.Contains(cue, StringComparison.Ordinal)) && !IsPending(figure) && !figure.Before.Contains("计划", StringComparison.Ordinal);

    public static bool IsPending(Figure figure) => Pending.Any(cue => Plain(figure.Before).Contains(cue, StringComparison.Ordinal));

    // 未成年人 is no open case and 待遇 no waiting one.
    private static string Plain(string words) => words.Contains('未') || words.Contains('待') || words.Contains('尚')
        ? words.Replace("未成年", "", StringComparison.Ordinal).Replace("未来", "", StringComparison.Ordinal).Replace("待遇", "", StringComparison.Ordinal).Replace("待业", "", StringComparison.Ordinal).Replace("接待", "", StringComparison.Ordinal).Replace("期待", "", StringComparison.Ordinal).Replace("崇尚", "", StringComparison.Ordinal)
        : words;

    public static bool IsOutcome(Figure figure)
    {
        var before = Mediating().Replace(figure.Before, "");
        return Outcomes.Any(cue => before.Contains(cue, StringComparison.Ordinal) || figure.After.StartsWith(cue, StringComparison.Ordinal) || figure.After.Contains(cue, StringComparison.Ordinal) && figure.After.Length < 14);
    }

    // 人民调解委员会231个 and 调解纠纷88件 are no outcomes; 调解结案22件 is one.
    [System.Text.RegularExpressions.GeneratedRegex("人民调解|行政调解|调解(?=各类|纠纷|矛盾|委员|员|组织|室|中心|工作|案件|民间|涉)")]
    private static partial System.Text.RegularExpressions.Regex Mediating();

    /// <summary>人均可支配收入42689元: a mean is no part and has none.</summary>
    public static bool IsMean(Figure figure) => Means.Any(word => figure.Before.Contains(word, StringComparison.Ordinal));

    private static readonly string[] Means = ["人均", "户均", "日均", "月均", "年均", "平均", "每"];

    public static bool IsSubset(Figure figure) => figure.Before.StartsWith("其中", StringComparison.Ordinal) || figure.Before.StartsWith("含", StringComparison.Ordinal);

    public static bool AreComplementary(Figure a, Figure b)
    {
        foreach (var (x, y) in Complements)
        {
            if ((Has(a, x) && Has(b, y)) || (Has(b, x) && Has(a, y))) return true;
        }
        return false;
    }

    /// <summary>True for two classes beside which there is no third.</summary>
    public static bool AreOpposite(Figure a, Figure b) => Opposites.Any(pair => (Has(a, pair.A) && Has(b, pair.B)) || (Has(b, pair.A) && Has(a, pair.B)));

    private static bool Has(Figure figure, string word) => figure.Before.Contains(word, StringComparison.Ordinal) || figure.After.StartsWith(word, StringComparison.Ordinal);
}
