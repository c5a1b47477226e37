using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// 年初在册631人，新接收518人，解除矫正487人，收监执行9人，年末在册649人: what there was, what came and what went give what there is.
/// Only where both ends stand in one passage; a disagreement is doubted where one digit repairs it, because not every way out need be printed.
/// </summary>
internal static class StockBalance
{
    private static readonly string[] First = ["年初", "期初", "上年末", "上年底", "去年底", "去年末", "月初"];
    private static readonly string[] Last = ["年末", "期末", "年底", "月末", "现有", "现存"];
    private static readonly string[] In = ["新接收", "新增", "新收", "接收", "接受", "新登记", "新设立", "转入", "调入", "增加"];
    private static readonly string[] Out = ["解除", "注销", "减少", "收监", "死亡", "转出", "调出", "退出", "终止", "期满", "撤销", "办结", "核减"];

    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs)
        {
            foreach (var first in paragraph.Where(figure => figure.IsWhole && Starts(figure, First)))
            {
                var near = paragraph.Where(figure => figure != first && figure.Sentence == first.Sentence && figure.IsWhole && figure.Bracket == first.Bracket && figure.Unit == first.Unit).ToList();
                var last = near.Where(figure => Starts(figure, Last)).ToList();
                var came = near.Where(figure => !last.Contains(figure) && Has(figure, In) && !Has(figure, Out)).ToList();
                var went = near.Where(figure => !last.Contains(figure) && Has(figure, Out)).ToList();
                if (last.Count == 1 && came.Count == 1 && went.Count > 0 && came.Count + went.Count + 1 == near.Count) Judge(context, first, came[0], went, last[0]);
            }
        }
    }

    private static void Judge(CheckContext context, Figure first, Figure came, List<Figure> went, Figure last)
    {
        var gone = went.Sum(figure => figure.Value);
        var expected = first.Value + came.Value - gone;
        var holds = expected == last.Value;
        // last + gone = first + came: one digit of any of them.
        var repairs = DigitRepair.Sum(first.Value + came.Value, [last.Value, .. went.Select(figure => figure.Value)]).Any(repair => repair.Index >= 0) || DigitRepair.Sum(last.Value + gone, [first.Value, came.Value]).Any(repair => repair.Index >= 0);
        if (!holds && !repairs) return;
        List<Figure> figures = [first, came, .. went, last];
        context.Add(RelationKind.Flow, holds ? Verdict.Consistent : Verdict.Doubtful, figures, $"{Say.Number(first.Value)}+{Say.Number(came.Value)}−{string.Join("−", went.Select(figure => Say.Number(figure.Value)))}={Say.Number(expected)}，" + (holds ? $"与{Say.Labelled(context, last)}一致。" : $"文中{Say.Labelled(context, last)}，请核对是否另有增减。"), holds ? null : Say.Number(expected));
        context.AddFlow(figures);
    }

    private static bool Starts(Figure figure, string[] words) => words.Any(word => figure.Before.StartsWith(word, StringComparison.Ordinal));

    private static bool Has(Figure figure, string[] words) => words.Any(word => figure.Before.Contains(word, StringComparison.Ordinal));
}
