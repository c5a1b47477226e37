using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// 旧存+新收=办结+结转, only when all four stand in one passage.
/// With three of them nothing can be said: the closing of more than was received is legal because old stock is closed too.
/// </summary>
internal static class FlowRelation
{
    private static readonly string[] Carried = ["旧存", "上年结转", "上年度结转", "结转上年", "上年未结", "期初", "存案", "去年结转", "往年结转", "上期结转", "上期未结", "期初未结", "年初未结"];
    private static readonly string[] Received = ["新收", "受理", "收到", "接收", "新受理", "共收"];
    private static readonly string[] Closed = [.. Labels.Closed, "答复"];
    private static readonly string[] Pending = ["期末未结", "年末未结", "结转下", "下年度", "下一年度", "未审结", "未结", "未办结", "尚在", "在审", "正在审理", "正在办理"];

    public static void Check(CheckContext context)
    {
        foreach (var paragraph in context.Paragraphs)
        {
            foreach (var carried in paragraph.Where(figure => figure.IsWhole && Has(figure, Carried)))
            {
                var near = paragraph.Where(figure => figure != carried && figure.IsWhole && Measure.SameUnit(carried, figure) && Math.Abs(figure.Sentence - carried.Sentence) <= 1).ToList();
                var pending = near.FirstOrDefault(figure => Has(figure, Pending) || Pending.Any(word => After(context, figure).Contains(word, StringComparison.Ordinal)));
                var closed = near.Where(figure => figure != pending && Has(figure, Closed)).ToList();
                var received = near.Where(figure => figure != pending && !closed.Contains(figure) && Has(figure, Received)).ToList();
                Handled(context, carried, near);
                if (pending is null || closed.Count == 0 || received.Count == 0) continue;
                Judge(context, carried, received, closed, pending);
            }
        }
    }

    // 新收3218件，加上旧存147件，应办3365件.
    private static void Handled(CheckContext context, Figure carried, List<Figure> near)
    {
        var handled = near.Where(figure => figure.Value > carried.Value && ("应办 应审 共办理 合计 共计 共有 共处理 需办理".Split(' ').Any(word => figure.Before.Contains(word, StringComparison.Ordinal)))).ToList();
        var came = near.Where(figure => figure.Before.Contains("新收", StringComparison.Ordinal) || figure.Before.Contains("新受理", StringComparison.Ordinal) || figure.Before.Contains("收到", StringComparison.Ordinal) && figure.Start < carried.Start).ToList();
        if (handled.Count != 1 || came.Count != 1 || handled[0] == came[0]) return;
        var sum = came[0].Value + carried.Value;
        List<Figure> figures = [handled[0], came[0], carried];
        if (sum == handled[0].Value) context.Add(RelationKind.Sum, Verdict.Consistent, figures, $"新收{Say.Number(came[0].Value)}+旧存{Say.Number(carried.Value)}={Say.Number(sum)}，一致。");
        else if (Arithmetic.DigitRepair.Sum(handled[0].Value, [came[0].Value, carried.Value]).Count > 0)
            context.Add(RelationKind.Sum, Verdict.Doubtful, figures, $"新收{Say.Number(came[0].Value)}+旧存{Say.Number(carried.Value)}={Say.Number(sum)}，与{Say.Labelled(context, handled[0])}不等，请核对。", Say.Number(sum));
    }

    private static void Judge(CheckContext context, Figure carried, List<Figure> received, List<Figure> closed, Figure pending)
    {
        foreach (var came in received)
        {
            foreach (var done in closed)
            {
                if (carried.Value + came.Value != done.Value + pending.Value) continue;
                Report(context, Verdict.Consistent, carried, came, done, pending);
                return;
            }
        }
        if (received.Count != 1 || closed.Count != 1) return;
        var (newcome, finished) = (received[0], closed[0]);
        // 共受理 may already hold the carried ones.
        if (newcome.Value == finished.Value + pending.Value) { Report(context, Verdict.Consistent, carried, newcome, finished, pending); return; }
        var plain = Has(newcome, ["新收", "新受理"]) && new[] { carried, newcome, finished, pending }.Select(figure => figure.Sentence).Distinct().Count() == 1;
        var slip = new[] { carried, newcome, finished, pending }.Max(figure => figure.Sentence) - new[] { carried, newcome, finished, pending }.Min(figure => figure.Sentence) <= 2
            && Arithmetic.DigitRepair.Sum(carried.Value + newcome.Value, [finished.Value, pending.Value]).Any(repair => repair.Index >= 0);
        if (plain || slip) Report(context, Verdict.Doubtful, carried, newcome, finished, pending);
    }

    private static void Report(CheckContext context, Verdict verdict, Figure carried, Figure received, Figure closed, Figure pending)
    {
        List<Figure> figures = [received, carried, closed, pending];
        context.AddFlow(figures);
        var left = carried.Value + received.Value;
        var right = closed.Value + pending.Value;
        var says = $"旧存{Say.Number(carried.Value)}+新收{Say.Number(received.Value)}={Say.Number(left)}，办结{Say.Number(closed.Value)}+未结{Say.Number(pending.Value)}={Say.Number(right)}";
        context.Add(RelationKind.Flow, verdict, figures, verdict == Verdict.Consistent ? says + (left == right ? "，一致。" : "；受理数已含旧存，一致。") : says + "，两边应相等，请核对是否另有撤回、移送等去向。", verdict == Verdict.Consistent ? null : Say.Number(left));
    }

    private static string After(CheckContext context, Figure figure) => context.Text[figure.End..Math.Min(context.Source.EndOf(figure.Paragraph), figure.End + 26)].Split([',', '。', ';', ')'])[0];

    private static bool Has(Figure figure, string[] words) => words.Any(word => figure.Before.Contains(word, StringComparison.Ordinal) || figure.After.Contains(word, StringComparison.Ordinal));
}
