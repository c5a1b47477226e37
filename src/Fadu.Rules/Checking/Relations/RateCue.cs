using System.Text.RegularExpressions;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>What the words before a percentage claim it to be.</summary>
internal enum RateKind
{
    /// <summary>No claim that arithmetic can follow.</summary>
    None,

    /// <summary>占…的p%, 占比p%.</summary>
    Share,

    /// <summary>A named rate: 办结率, 纠错率.</summary>
    Rate,

    /// <summary>同比增长p%, 压缩p%.</summary>
    Change,
}

/// <summary>
/// Reads the cue of a percentage: its kind, the stem of a rate (化解率 → 化解), the base that a share names (占受理总数的 → 受理).
/// </summary>
internal sealed partial record RateCue(RateKind Kind, string Stem, string Base)
{
    private static readonly string[] ChangeWords = ["增长", "上升", "下降", "减少", "降低", "提高", "增加", "回落", "压缩", "缩减", "缩短", "增幅", "降幅", "涨幅", "提升", "压减", "精简", "下滑", "同比", "环比"];

    public static RateCue Of(CheckContext context, Figure rate)
    {
        var before = rate.Before;
        if (before.Length == 0 && rate.Bracket >= 0) return new(RateKind.Share, "", "");
        if (Named().Match(before) is { Success: true } named)
        {
            var stem = named.Groups[1].Value;
            if (ChangeWords.Any(word => stem.EndsWith(word, StringComparison.Ordinal))) return new(RateKind.Change, stem, "");
            return new(RateKind.Rate, stem, "");
        }
        // 占调整预算105.47% tells how far a plan was carried out; it is no share of what stands before it.
        if (Share().Match(before) is { Success: true } plan && CleanBase(plan.Groups[1].Value) is var of && Plans.Any(word => of.EndsWith(word, StringComparison.Ordinal))) return new(RateKind.None, "", "");
        if (Share().Match(before) is { Success: true } share) return new(RateKind.Share, "", CleanBase(share.Groups[1].Value));
        if (Task().IsMatch(before)) return new(RateKind.Share, "", Task().Match(before).Groups[1].Value);
        // 占受理总数比例最高，达92.71%
        if (before is "达" or "高达" or "达到" or "为" or "约为" && Apart().Match(context.Text[Math.Max(context.Source.StartOf(rate.Paragraph), rate.Start - 30)..rate.Start]) is { Success: true } apart) return new(RateKind.Share, "", CleanBase(apart.Groups[1].Value));
        if (ChangeWords.Any(word => before.Contains(word, StringComparison.Ordinal))) return new(RateKind.Change, "", "");
        return new(RateKind.None, "", "");
    }

    /// <summary>True for rates whose base is asked persons, attending persons or another population that the text rarely gives.</summary>
    public bool HasOtherPopulation => OtherPopulations.Any(word => Stem.Contains(word, StringComparison.Ordinal));

    /// <summary>完成预算的102.2%: how far a plan was carried out.</summary>
    public bool IsOfPlan => Plans.Contains(Base);

    /// <summary>不捕率, 未结率: the base is what was decided either way, which is rarely printed as one number.</summary>
    public bool IsNegated => Stem.StartsWith('不') || Stem.StartsWith('未');

    /// <summary>True for rates whose base differs by local habit (受理, 审结, 收案).</summary>
    public bool HasLocalBase => LocalBases.Any(word => Stem.Contains(word, StringComparison.Ordinal));

    private static readonly string[] Plans = ["预算", "任务", "计划", "目标", "指标"];
    private static readonly string[] OtherPopulations = ["满意", "知晓", "合格", "参考", "参训", "普及", "覆盖", "知识", "出庭", "应诉", "城镇化", "失业", "兑现", "达标", "优良", "持证", "安全感", "好评", "公开", "使用", "准确", "抽查", "入园", "回访"];
    private static readonly string[] LocalBases = ["纠错", "败诉", "胜诉", "调解", "和解", "调撤", "成功", "调处", "受理", "立案", "撤诉", "终止", "维持", "化解争议"];

    private static string CleanBase(string text)
    {
        var value = text;
        string[] tails = ["的", "比重", "比例", "比", "为", "达", "约", "到", "近", "超过", "超", "了", "总数", "总量", "总额", "总", "数", "案件", "全部", "数量"];
        for (var again = true; again;)
        {
            again = false;
            foreach (var tail in tails)
                if (value.EndsWith(tail, StringComparison.Ordinal)) { value = value[..^tail.Length]; again = true; }
        }
        string[] heads = ["全部", "全年", "所有", "同期", "全市", "全区", "全县", "全省", "其"];
        // 占全省的p% names the whole province, which is a base of its own and not the total before it.
        foreach (var head in heads)
            if (value.StartsWith(head, StringComparison.Ordinal) && value.Length > head.Length) value = value[head.Length..];
        return value;
    }

    [GeneratedRegex(@"([\u4e00-\u9fa5“”""]{1,14}?)(?:率|满意度)(?:分别|已|均|仅|高|总体|平均|约|保持|稳定)?(?:达到?了?|为|在|至|到|是|:)?(?:约|超过?|近|高达|仅|仅为|均为)?$")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:完成|达到?|为|是)[^,。;]{0,12}?(任务|计划|目标|预算|指标)(?:数|总数)?的$")]
    private static partial Regex Task();

    [GeneratedRegex(@"占(?!地|用|领|道|有)([^占,。;\d%]{0,20}?)(?:比例|比重|比|数量)?(?:最[高大多])?,(?:高?达到?|约?为)$")]
    private static partial Regex Apart();

    [GeneratedRegex(@"占(?!地|用|领|道|有)([^占]{0,24})$")]
    private static partial Regex Share();
}
