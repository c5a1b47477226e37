using System.Text.RegularExpressions;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Numerals and punctuation by GB/T 15835-2011 and GB/T 15834-2011, each kind said once with the number of places, because a report with
/// three hundred half-width commas needs one remark and not three hundred.
/// </summary>
internal static partial class TypographyNotes
{
    public static void Check(CheckContext context)
    {
        Once(context, HalfComma(), "汉字之间用了半角逗号，按 GB/T 15834 应为“，”");
        Once(context, FullDigit(), "数字用了全角字符，按 GB/T 15835 阿拉伯数字用半角");
        Once(context, QuotedPause(), "相邻引号之间用了顿号，按 GB/T 15834 标有引号的并列成分之间通常不用顿号");
        Once(context, TitledPause(), "相邻书名号之间用了顿号，按 GB/T 15834 标有书名号的并列成分之间通常不用顿号");
        Once(context, MixedYear(), "年份混用汉字与阿拉伯数字，按 GB/T 15835 应统一");
        Once(context, Doubled(), "重复的“的”字");
    }

    private static void Once(CheckContext context, Regex pattern, string says)
    {
        var matches = pattern.Matches(context.Source.Raw);
        if (matches.Count == 0) return;
        var first = matches[0];
        context.Add(RelationKind.Typography, Verdict.Note, first.Index, first.Index + first.Length, [], says + (matches.Count > 1 ? $"，共{matches.Count}处。" : "。"));
    }

    [GeneratedRegex(@"[\u4e00-\u9fa5],(?=[\u4e00-\u9fa5])")]
    private static partial Regex HalfComma();

    [GeneratedRegex(@"[\uff10-\uff19]+")]
    private static partial Regex FullDigit();

    [GeneratedRegex("”、“")]
    private static partial Regex QuotedPause();

    [GeneratedRegex("》、《")]
    private static partial Regex TitledPause();

    [GeneratedRegex(@"二[0O○]\d?[一二三四五六七八九0O○]{1,2}年")]
    private static partial Regex MixedYear();

    [GeneratedRegex("的的(?!确|士)")]
    private static partial Regex Doubled();
}
