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
        var title = Placeholder().Replace(register.TitlePattern, match =>
        {
            var name = match.Groups[1].Value;
            var text = Word(register, facts, name, office);
            any |= text.Length > 0;
            return text;
        });
        return any ? title : register.Title;
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
