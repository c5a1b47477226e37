using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking.Figures;

/// <summary>
/// Reads every number of a text once, from left to right, and says what each stands for.
/// A number is a quantity only when nothing marks it as a name, a year, an ordinal or part of a slogan: a number masked in error costs one
/// unchecked figure, a name taken for a quantity costs a wrong accusation.
/// </summary>
internal sealed partial class FigureScanner
{
    private readonly SourceText source;
    private readonly string text;
    private readonly List<Figure> figures = [];
    private readonly List<BracketSpan> brackets = [];
    private readonly Stack<int> open = new();
    private int sentence;
    private int segment;
    private int line;
    private int lineStart;
    private int lineEnd;
    private int labelFrom;
    private readonly Stack<(int LabelFrom, int Figures)> labels = new();

    private FigureScanner(SourceText source)
    {
        this.source = source;
        text = source.Reading;
    }

    public static ScannedText Scan(SourceText source, Func<int, bool> isTableLine)
    {
        var scanner = new FigureScanner(source);
        for (var line = source.BodyLine; line < source.LineCount; line++)
            if (!isTableLine(line)) scanner.ScanLine(line);
        return new(scanner.figures, scanner.brackets);
    }

    private void ScanLine(int index)
    {
        line = index;
        lineStart = source.StartOf(index);
        lineEnd = source.EndOf(index);
        labelFrom = lineStart;
        open.Clear();
        labels.Clear();
        sentence++;
        segment++;
        var i = lineStart;
        while (i < lineEnd)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) { i = ReadArabic(i); continue; }
            switch (c)
            {
                case '(':
                    brackets.Add(new(brackets.Count, i, lineEnd, open.Count > 0 ? open.Peek() : -1));
                    open.Push(brackets.Count - 1);
                    labels.Push((labelFrom, figures.Count));
                    labelFrom = i + 1;
                    break;
                case ')':
                    if (open.Count > 0) { var id = open.Pop(); brackets[id] = brackets[id] with { End = i }; }
                    // A bracket without figures does not part the words before a number from it.
                    labelFrom = labels.Count > 0 && labels.Pop() is var (from, count) && count == figures.Count ? from : i + 1;
                    break;
                case '。' or '!' or '?':
                    sentence++; segment++; labelFrom = i + 1;
                    break;
                case ';':
                    segment++; labelFrom = i + 1;
                    break;
                case ',' or ':' or '、' or '—':
                    labelFrom = i + 1;
                    break;
                case '《' or '〔' or '【' or '[':
                    i = SkipTitle(i, c);
                    continue;
                case '“' or '"' or '「' or '‘':
                    if (SkipSlogan(i) is var after && after > i) { i = after; continue; }
                    break;
                default:
                    if (char.IsAsciiLetter(c)) { i = SkipIdentifier(i); continue; }
                    if (Numerals.ChineseDigit(c) >= 0 || c is '百' or '半') { i = ReadChinese(i); continue; }
                    break;
            }
            i++;
        }
        CloseAfter(lineEnd);
    }

    // The words after a figure are known only when the next delimiter or figure is reached.
    private void CloseAfter(int until)
    {
        if (figures.Count == 0) return;
        var last = figures[^1];
        if (last.Paragraph != line || last.After.Length > 0 || last.End > until) return;
        var end = last.End;
        while (end < until && !IsDelimiter(text[end])) end++;
        if (end > last.End) figures[^1] = last with { After = text[last.End..end].Trim() };
    }

    private static string WithoutBrackets(ReadOnlySpan<char> words)
    {
        if (!words.Contains(')')) return words.Trim().ToString();
        var kept = new System.Text.StringBuilder(words.Length);
        var depth = 0;
        foreach (var c in words)
        {
            if (c == '(') depth++;
            else if (c == ')') depth = Math.Max(0, depth - 1);
            else if (depth == 0) kept.Append(c);
        }
        return kept.ToString().Trim();
    }

    private static bool IsDelimiter(char c) => c is ',' or ';' or ':' or '、' or '。' or '(' or ')' or '!' or '?' or '—' or '\n';

    private void Add(int start, int end, int numeralEnd, decimal value, FigureRole role, decimal factor = 1, int decimals = 0,
        string unit = "", UnitGroup group = UnitGroup.None, Approximation approximation = Approximation.Exact, string? numeral = null)
    {
        CloseAfter(start);
        var from = Math.Max(labelFrom, figures.Count > 0 && figures[^1].Paragraph == line ? figures[^1].End : lineStart);
        figures.Add(new()
        {
            Id = figures.Count,
            Start = start,
            End = end,
            Numeral = numeral ?? source.Raw[start..numeralEnd],
            Value = value,
            Factor = factor,
            Decimals = decimals,
            Unit = unit,
            Group = group,
            Approximation = approximation,
            Role = role,
            Paragraph = line,
            Sentence = sentence,
            Segment = segment,
            Bracket = open.Count > 0 ? open.Peek() : -1,
            Before = from < start ? WithoutBrackets(text.AsSpan(from, start - from)) : "",
        });
    }
}

/// <summary>A pair of brackets with the bracket around it, −1 for none.</summary>
internal readonly record struct BracketSpan(int Id, int Start, int End, int Parent);

/// <summary>Figures and brackets of a text.</summary>
internal sealed record ScannedText(List<Figure> Figures, List<BracketSpan> Brackets);
