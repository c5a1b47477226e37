using System.Text.RegularExpressions;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Words that contradict each other beside a number: 超过近, 约…左右, 较上月同比, 下降2倍, 截止某日.</summary>
internal static partial class WordingNotes
{
    public static void Check(CheckContext context)
    {
        Find(context, OverNear(), Verdict.Doubtful, "“超过”是下限，“近”“约”是略少于，两者不能并用。");
        Find(context, AboutAbout(), Verdict.Note, "“约”“近”与“余”“左右”“以上”重复或相反，保留一个即可。");
        Find(context, MonthYear(), Verdict.Doubtful, "与上月、上季度相比应称“环比”。");
        Find(context, YearMonth(), Verdict.Doubtful, "与上年同期相比应称“同比”。");
        Find(context, TimesDown(), Verdict.Note, "减少、下降不用倍数，宜改为百分比或分数。");
        Find(context, Until(), Verdict.Note, "表示“到某时为止”应写“截至”。");
    }

    private static void Find(CheckContext context, Regex pattern, Verdict verdict, string says)
    {
        foreach (Match match in pattern.Matches(context.Text))
            context.Add(RelationKind.Wording, verdict, match.Index, match.Index + match.Length, [.. Numbers().Matches(match.Value).Select(number => number.Value)], says);
    }

    [GeneratedRegex(@"(?:超过|超|逾)(?:近|约)\d[\d.,]*(?:万|亿)?[%\u4e00-\u9fa5]?")]
    private static partial Regex OverNear();

    [GeneratedRegex(@"(?<![最附临就远])(?:近|约)\d[\d.,]*(?:余|多)(?:万|亿)?[\u4e00-\u9fa5]|约\d[\d.,]*(?:万|亿)?[%\u4e00-\u9fa5]{1,2}(?:左右|以上)")]
    private static partial Regex AboutAbout();

    [GeneratedRegex(@"[较比](?:上月|上个月|上季度|上一季度)[^,。;，；\n]{0,6}同比")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"[较比](?:上年同期|去年同期|上年同月)[^,。;，；\n]{0,6}环比")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"(?:下降|减少|降低|缩减)了?\d[\d.]*倍")]
    private static partial Regex TimesDown();

    [GeneratedRegex(@"截止(?:到|至)?(?:\d{4}年|目前|\d{1,2}月|年底|20xx年)")]
    private static partial Regex Until();

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Numbers();
}
