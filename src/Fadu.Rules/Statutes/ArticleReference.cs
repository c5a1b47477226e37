using System.Globalization;
using System.Text.RegularExpressions;

namespace Fadu.Rules.Statutes;

/// <summary>What the numbers of a text count.</summary>
public enum Division
{
    /// <summary>第六条, of laws and regulations.</summary>
    Article,

    /// <summary>第（六）项, of opinions and decisions whose points are numbered through all parts.</summary>
    Point,

    /// <summary>第六部分, of notices whose points begin anew, or are not known.</summary>
    Part,
}

/// <summary>Reads the short notation for articles in the law files and writes it as Chinese law does.</summary>
/// <remarks>Notation: article <c>62</c>, paragraph <c>62.1</c>, item <c>33.1(2)</c> or <c>33(2)</c>, range <c>62-72</c>, list <c>48,54</c>.
/// Chinese numerals for 条, 款 and 项 follow the legislative drafting norms.</remarks>
public static partial class ArticleReference
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>For example 第三十三条第一款第二项; ranges with 至, lists with 、.</summary>
    /// <exception cref="FormatException">The text does not follow the notation.</exception>
    public static string Chinese(string notation, Division division = Division.Article) => TryChinese(notation, out var chinese, division)
        ? chinese
        : throw new FormatException($"“{notation}”不是条文序号，请写成 62、62.1、33.1(2)、62-72 或者 48,54。");

    /// <summary>As <see cref="Chinese"/>, without an exception.</summary>
    public static bool TryChinese(string notation, out string chinese, Division division = Division.Article)
    {
        chinese = "";
        var parts = notation.Split(',', StringSplitOptions.TrimEntries);
        var written = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !ends.All(e => Single().IsMatch(e))) return false;
            if (ends.Length == 2 && Article(ends[0]) >= Article(ends[1])) return false;
            written.Add(string.Join("至", ends.Select(e => Write(e, division))));
        }
        chinese = string.Join("、", written);
        return true;
    }

    /// <summary>A whole number from 0 to 9999 in Chinese numerals: 一百零四, 十二, 二千零二十.</summary>
    public static string Numeral(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        if (number == 0) return "零";
        var (text, pendingZero) = ("", false);
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            if (digit == 0) { pendingZero = text.Length > 0; continue; }
            if (pendingZero) text += "零";
            pendingZero = false;
            text += unit == 10 && digit == 1 && text.Length == 0 ? name : Digits[digit] + name;
        }
        return text;
    }

    private static int Article(string text) => int.Parse(Single().Match(text).Groups["article"].Value, CultureInfo.InvariantCulture);

    private static string Write(string text, Division division)
    {
        var match = Single().Match(text);
        return Part("article", division switch { Division.Point => "第（{0}）项", Division.Part => "第{0}部分", _ => "第{0}条" }) + Part("paragraph", "第{0}款") + Part("item", "第{0}项");

        string Part(string group, string form) => match.Groups[group] is { Success: true } g
            ? form.Replace("{0}", Numeral(int.Parse(g.Value, CultureInfo.InvariantCulture)), StringComparison.Ordinal)
            : "";
    }

    [GeneratedRegex(@"^(?<article>[1-9]\d{0,3})(\.(?<paragraph>[1-9]\d?))?(\((?<item>[1-9]\d?)\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Single();
}
