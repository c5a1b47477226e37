using System.Globalization;

namespace Fadu.Rules.Expressions.Syntax;

/// <summary>Cuts a text into words, numbers, dates, quoted texts and signs.</summary>
/// <remarks>A hyphen directly between two letters belongs to the word (<c>sole-trader</c>, a measure of group <c>file-review</c>): a minus has spaces around it.</remarks>
internal static class Lexer
{
    private const int MostTokens = 400;
    private static readonly string[] Symbols = ["!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", "."];

    public static List<Token>? Read(string text, out ExpressionError? error)
    {
        List<Token> tokens = [];
        error = null;
        for (var at = 0; ;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                tokens.Add(new(TokenKind.End, "", null, at + 1));
                return tokens;
            }

            if (tokens.Count == MostTokens || Next(text, at, out error) is not { } token)
            {
                error ??= new("表达式太长，请拆成几个带 derive 的字段。", at + 1);
                return null;
            }

            tokens.Add(token);
            at += token.Kind == TokenKind.Text ? token.Text.Length + 2 : token.Text.Length;
        }
    }

    private static Token? Next(string text, int at, out ExpressionError? error)
    {
        error = null;
        if (IsLetter(text[at]))
        {
            return new(TokenKind.Word, text[at..WordEnd(text, at)], null, at + 1);
        }

        if (char.IsAsciiDigit(text[at]))
        {
            return Number(text, at, out error);
        }

        if (text[at] == '\'')
        {
            var end = text.IndexOf('\'', at + 1);
            error = end < 0 ? new("文字缺少右引号，请补上“'”。", at + 1) : null;
            return end < 0 ? null : new(TokenKind.Text, text[(at + 1)..end], null, at + 1);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                return new(TokenKind.Symbol, symbol, null, at + 1);
            }
        }

        error = new($"不认识的符号“{text[at]}”。文字请写在英文单引号里，标点用半角。", at + 1);
        return null;
    }

    private static Token? Number(string text, int at, out ExpressionError? error)
    {
        error = null;
        if (at + 10 <= text.Length && text[at + 4] == '-' && text[at + 7] == '-')
        {
            var written = text.Substring(at, 10);
            if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 3000)
            {
                return new(TokenKind.Date, written, day, at + 1);
            }

            error = new($"“{written}”不是日期，请写成 2024-01-31 这样。", at + 1);
            return null;
        }

        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var digits = text[at..end];
        if (digits.Length <= 17 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value.Scale <= 4 && value <= 1_000_000_000_000)
        {
            return new(TokenKind.Number, digits, value, at + 1);
        }

        error = new($"“{digits}”不能作为数：最多四位小数，不超过一万亿。", at + 1);
        return null;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (IsLetter(text[at]) || char.IsAsciiDigit(text[at])
            || (text[at] == '-' && at + 1 < text.Length && IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c == '_';
}
