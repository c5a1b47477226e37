using System.Text.RegularExpressions;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Claims of 100 % and of zero, gathered into one note each so that whoever signs can ask for the evidence.</summary>
internal static partial class EvidenceNotes
{
    public static void Check(CheckContext context)
    {
        Gather(context, Full(), "处“100%”的表述，请备好逐项依据");
        Gather(context, Zero(), "处“零”“无”的绝对表述，请备好依据");
    }

    private static void Gather(CheckContext context, Regex pattern, string says)
    {
        var matches = pattern.Matches(context.Text);
        if (matches.Count == 0) return;
        var listed = string.Join("；", matches.Take(8).Select(match => $"第{context.Source.LineAt(match.Index) + 1}行“{match.Value}”"));
        context.Add(RelationKind.Missing, Verdict.Note, matches[0].Index, matches[0].Index + matches[0].Length, [], $"全文{matches.Count}{says}：{listed}{(matches.Count > 8 ? "等" : "")}。");
    }

    [GeneratedRegex(@"[\u4e00-\u9fa5]{2,10}?(?:率|度)?(?:均|都|保持|达到?|为|在){0,2}100%")]
    private static partial Regex Full();

    [GeneratedRegex(@"零(?:败诉|纠错|上访|事故|投诉|差错|违规|延期|超期|发生|复议)|无(?:一)?(?:败诉|纠错|超期)|(?:没有|未)发生(?:一起)?[\u4e00-\u9fa5]{0,8}(?:败诉|纠错|事故|案件)")]
    private static partial Regex Zero();
}
