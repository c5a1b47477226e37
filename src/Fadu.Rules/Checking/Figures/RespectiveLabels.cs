using System.Text.RegularExpressions;

namespace Fadu.Rules.Checking.Figures;

/// <summary>
/// 撤销、变更、确认违法分别为203件、4件、87件: the words of each number stand before 分别, in the order of the numbers.
/// Where there are as many words as numbers each number gets its own.
/// </summary>
internal static partial class RespectiveLabels
{
    private const int Longest = 120;

    public static void Apply(List<Figure> figures, string text)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i].Role != FigureRole.Quantity || Cue().Match(figures[i].Before) is not { Success: true } cue) continue;
            var run = 1;
            while (i + run < figures.Count && figures[i + run] is var next && next.Role == FigureRole.Quantity && next.Group == figures[i].Group && next.Before.Length == 0 && Joined(text, figures[i + run - 1], next)) run++;
            var at = figures[i].Start - figures[i].Before.Length + cue.Index;
            if (run < 2 || Subjects(text, at, run) is not { } subjects) continue;
            for (var k = 0; k < run; k++) figures[i + k] = figures[i + k] with { Before = k == 0 ? subjects[0] + cue.Value : subjects[k] };
            i += run - 1;
        }
    }

    private static bool Joined(string text, Figure a, Figure b) => text[a.End..b.Start].Trim() is "、" or "和" or "及" or "与";

    private static List<string>? Subjects(string text, int end, int count)
    {
        var start = end;
        while (start > 0 && end - start < Longest && !(text[start - 1] is ',' or '。' or ';' or ':' or '(' or ')' or '\n')) start--;
        if (text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9') >= 0) return null;
        var subjects = text[start..end].Split('、').Select(word => word.Trim()).ToList();
        if (subjects.Count == count - 1 && Last().Match(subjects[^1]) is { Success: true } last) subjects = [.. subjects.SkipLast(1), last.Groups[1].Value, last.Groups[2].Value];
        return subjects.Count == count && subjects.All(word => word.Length > 0) ? subjects : null;
    }

    [GeneratedRegex("分别(?:为|是|有|达|达到|收|办理)?$")]
    private static partial Regex Cue();

    [GeneratedRegex("^(.{2,12})(?:和|与|及|以及)(.{2,12})$")]
    private static partial Regex Last();
}
