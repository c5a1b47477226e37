using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Rules.Measures;

namespace Fadu.Rules.Reports;

/// <summary>Why a report text cannot be read.</summary>
/// <param name="Offset">Place in the text, counted from 0.</param>
public sealed record ReportTextError(string Message, string Advice, int Offset);

/// <summary>Takes report texts apart: <c>{{measure[field=code, field=code] form floor=10}}</c>, <c>{{typed id}}</c>, <c>{district}</c>.</summary>
public static partial class ReportTextParser
{
    /// <summary>Words in single braces.</summary>
    public static IReadOnlyList<string> Words { get; } = ["district", "office", "year", "period"];

    private static readonly Dictionary<string, FigureForm> Forms = new()
    {
        ["value"] = FigureForm.Value,
        ["unit"] = FigureForm.Unit,
        ["previous"] = FigureForm.Previous,
        ["change"] = FigureForm.Change,
        ["definition"] = FigureForm.Definition,
    };

    /// <summary>Reads a text; whatever is wrong is added to <paramref name="errors"/> and left out. Names of measures are not checked here.</summary>
    public static ReportText Parse(string text, ICollection<ReportTextError> errors)
    {
        List<ReportPiece> pieces = [];
        var at = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            AddLiteral(text[at..match.Index], at);
            at = match.Index + match.Length;
            if (match.Groups["figure"] is { Success: true } figure)
            {
                if (Figure(figure.Value.Trim(), match.Index, errors) is { } piece)
                {
                    pieces.Add(piece);
                }
            }
            else if (Words.Contains(match.Groups["word"].Value.Trim()))
            {
                pieces.Add(new WordPiece(match.Groups["word"].Value.Trim()));
            }
            else
            {
                errors.Add(new($"{match.Value} 不能用", "单花括号里只能写 district、office、year、period；指标写在双花括号里", match.Index));
            }
        }

        AddLiteral(text[at..], at);
        return new(text, pieces);

        void AddLiteral(string literal, int offset)
        {
            if (literal.IndexOfAny(['{', '}']) is >= 0 and var brace)
            {
                errors.Add(new("花括号不成对", "指标写成 {{组.指标}}", offset + brace));
            }

            if (literal.Length > 0)
            {
                pieces.Add(new LiteralPiece(literal));
            }
        }
    }

    private static ReportPiece? Figure(string text, int offset, ICollection<ReportTextError> errors)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["typed", var id])
        {
            if (Identifier().IsMatch(id))
            {
                return new TypedPiece(id);
            }

            errors.Add(new($"手填数字的标识“{id}”不合规则", "只用小写英文字母、数字和下划线", offset));
            return null;
        }

        var end = ReferenceEnd(text);
        if (!MeasureRequest.TryParse(text[..end], "", out var request, out _))
        {
            errors.Add(new($"“{{{{{text}}}}}”看不懂", "请写成 {{组.指标}}、{{组.指标[字段=代码, 字段=代码]}} 或者 {{typed 标识}}", offset));
            return null;
        }

        var figure = new FigurePiece(request, FigureForm.Value);
        foreach (var word in text[end..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Modify(figure, word) is not { } modified)
            {
                errors.Add(new($"“{{{{{text}}}}}”里的“{word}”看不懂", "可以写 unit、unit=万元、unit=亿元、previous、change、definition、floor=10、decimals=0、office=单位代码", offset));
                return null;
            }

            figure = modified;
        }

        return figure;
    }

    // Filters may be parted by blanks, as the words after them are.
    private static int ReferenceEnd(string text) => (text.IndexOf(']'), text.IndexOf(' ')) switch
    {
        ( >= 0 and var bracket, _) => bracket + 1,
        (_, >= 0 and var blank) => blank,
        _ => text.Length,
    };

    private static FigurePiece? Modify(FigurePiece figure, string word)
    {
        if (Forms.TryGetValue(word, out var form))
        {
            return figure.Form == FigureForm.Value ? figure with { Form = form } : null;
        }

        return word.Split('=') switch
        {
            ["floor", var n] when Whole(n) is > 1 and var floor => figure with { Floor = floor },
            ["decimals", var n] when Whole(n) is >= 0 and <= 4 and var decimals => figure with { Decimals = decimals },
            ["office", { Length: > 0 } office] => figure with { Office = office },
            ["unit", "万元" or "亿元"] when figure.Form == FigureForm.Value => figure with { Form = FigureForm.Unit, Scale = word[5..] },
            _ => null,
        };
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    [GeneratedRegex(@"\{\{(?<figure>[^{}]*)\}\}|\{(?<word>[^{}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Identifier();
}
