using System.Text;
using System.Text.RegularExpressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Composes what a matter is called in lists.</summary>
public static partial class Titles
{
    /// <summary>Fills the register's pattern; a missing value leaves nothing, and a pattern without any value gives the register's title.</summary>
    public static string Of(Register register, FactRow facts, Func<string, string>? office = null)
    {
        var any = false;
        StringBuilder title = new();
        foreach (var (text, column) in register.Index.Title)
        {
            var word = column is null ? text : Word(register, facts, column, office);
            any |= column is not null && word.Length > 0;
            title.Append(word);
        }

        return any ? title.ToString() : register.Title;
    }

    /// <summary>A pattern in its parts: fixed text, and names of columns.</summary>
    internal static IEnumerable<(string Text, string? Column)> Parts(string pattern)
    {
        var end = 0;
        foreach (Match match in Placeholder().Matches(pattern))
        {
            yield return (pattern[end..match.Index], null);
            yield return ("", match.Groups[1].Value);
            end = match.Index + match.Length;
        }

        yield return (pattern[end..], null);
    }

    private static string Word(Register register, FactRow facts, string name, Func<string, string>? office)
    {
        var value = facts[name];
        var codes = register.Facts.Find(name)?.Codes;
        return value switch
        {
            null => "",
            string code when codes is not null => codes.Find(code)?.Title ?? code,
            string code when office is not null && (name == "office" || register.Field(name)?.Type == FieldType.Office) => office(code),
            DateOnly day => $"{day.Year}年{day.Month}月{day.Day}日",
            IReadOnlyList<string> several => string.Join("、", several.Select(s => codes?.Find(s)?.Title ?? s)),
            _ => value.ToString() ?? "",
        };
    }

    [GeneratedRegex(@"\{([a-z_][a-z0-9_]*)\}")]
    private static partial Regex Placeholder();
}
