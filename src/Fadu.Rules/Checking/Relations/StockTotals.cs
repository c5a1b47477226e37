using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// What was handled is what was closed and what is still open, though the three stand in different sentences:
/// 应办案件3365件。…共办结3079件，结案率91.5%。…未办结286件.
/// Accused only where a printed rate already ties the closed to the whole and one digit repairs the rest.
/// </summary>
internal static class StockTotals
{
    private static readonly string[] Closed = [.. Labels.Closed, "已"];
    private static readonly string[] Open = ["未审结", "未办结", "未结", "结转下", "转下年", "正在办理", "正在审理", "正在化解", "正在调解", "正在整改", "在办", "在审", "剩余", "其余", "尚有", "未完成", "未整改", "未化解"];
    private static readonly string[] Whole = ["应办", "受理", "共办", "收", "合计", "共计", "总", "办理", "审理", "排查", "整改", "发现", "督促", "问题", "清单", "登记", "纠纷"];

    public static void Check(CheckContext context)
    {
        foreach (var open in context.Quantities.Where(figure => figure.IsWhole && Has(figure, Open)))
        {
            var closed = context.Before(open, 14).FirstOrDefault(figure => figure.IsWhole && open.Paragraph - figure.Paragraph <= 2 && Measure.SameUnit(figure, open) && Has(figure, Closed) && !Has(figure, Open));
            if (closed is null || closed.Value < 10 || Has(open, ["剩余", "其余", "尚有"]) && closed.Sentence != open.Sentence) continue;
            var wholes = context.Before(closed, 20).Where(figure => figure.IsWhole && closed.Paragraph - figure.Paragraph <= 4 && Measure.SameUnit(figure, open) && figure.Value >= closed.Value && (Whole.Any(word => figure.Before.Contains(word, StringComparison.Ordinal)) || figure.Sentence == open.Sentence && Tied(context, figure, closed))).ToList();
            if (wholes.FirstOrDefault(figure => figure.Value == closed.Value + open.Value) is { } whole) Report(context, Verdict.Consistent, whole, closed, open);
            else if (wholes.FirstOrDefault(figure => Tied(context, figure, closed)) is { } tied && (DigitRepair.Repairs(open.Value, tied.Value - closed.Value) || tied.Sentence == open.Sentence && closed.Sentence == open.Sentence)) Report(context, Verdict.Doubtful, tied, closed, open);
        }
    }

    private static void Report(CheckContext context, Verdict verdict, Figure whole, Figure closed, Figure open)
    {
        List<Figure> figures = [whole, closed, open];
        var sum = closed.Value + open.Value;
        var says = $"{Say.Labelled(context, whole)}：已结{Say.Number(closed.Value)}+未结{Say.Number(open.Value)}={Say.Number(sum)}，";
        if (context.Relations.Any(relation => relation.Kind is RelationKind.Sum or RelationKind.Flow && figures.All(figure => relation.FigureIds.Contains(figure.Id)))) return;
        context.Add(RelationKind.Sum, verdict, open.Start, open.End, figures.Select(figure => figure.Numeral).ToList(), says + (verdict == Verdict.Consistent ? "一致。" : $"与{Say.Number(whole.Value)}不等，若未结为{Say.Number(whole.Value - closed.Value)}，则相等。"),
            verdict == Verdict.Consistent ? null : Say.Number(whole.Value - closed.Value), figures);
    }

    // A rate that was found to be closed ÷ whole.
    private static bool Tied(CheckContext context, Figure whole, Figure closed) =>
        context.Relations.Any(relation => relation.Kind == RelationKind.Ratio && !relation.IsFinding && relation.FigureIds.Contains(whole.Id) && relation.FigureIds.Contains(closed.Id));

    private static bool Has(Figure figure, string[] words) => words.Any(word => figure.Before.Contains(word, StringComparison.Ordinal));
}
