using System.Text.RegularExpressions;

namespace Fadu.Rules.Identifiers;

/// <summary>发文字号 (GB/T 9704-2012, 7.2.5): office word, year in 〔〕, serial without leading zero, 号. Case numbers are laxer.</summary>
/// <remarks>Other brackets are common in practice; they are read and stored as 〔〕.</remarks>
public static partial class DocumentNumber
{
    internal static IdentifierCheck Check(string value)
    {
        var number = SixAngle(value);
        var match = Parts().Match(number);
        if (!match.Success) return IdentifierCheck.Wrong(Shape(number, "浙政办发〔2025〕5号"));
        var (year, ordinal, serial) = (match.Groups["year"].Value, match.Groups["ordinal"], match.Groups["serial"].Value);
        if (match.Groups["word"].Length > 12 || !Chinese().IsMatch(match.Groups["word"].Value))
            return IdentifierCheck.Wrong("机关代字应为1至12个汉字。", 1);
        if (!Century().IsMatch(year)) return IdentifierCheck.Wrong($"年份“{year}”应写四位，例如〔2025〕。", match.Groups["year"].Index + 1);
        if (ordinal.Success) return IdentifierCheck.Wrong("发文字号的顺序号前不加“第”。", ordinal.Index + 1);
        if (serial[0] == '0' || serial.Length > 5)
            return IdentifierCheck.Wrong($"顺序号“{serial}”不编虚位，应写{serial.TrimStart('0').PadLeft(1, '0')}。", match.Groups["serial"].Index + 1);
        return IdentifierCheck.Right(number, Changed(value, number));
    }

    internal static IdentifierCheck CheckCase(string value)
    {
        var number = SixAngle(value);
        var match = Parts().Match(number);
        if (!match.Success) return IdentifierCheck.Wrong(Shape(number, "杭临综执罚决字〔2024〕第000001号"));
        if (match.Groups["word"].Length > 20) return IdentifierCheck.Wrong("机关代字和文种应为1至20个字。", 1);
        if (!Century().IsMatch(match.Groups["year"].Value))
            return IdentifierCheck.Wrong($"年份“{match.Groups["year"].Value}”应写四位，例如〔2024〕。", match.Groups["year"].Index + 1);
        return IdentifierCheck.Right(number, Changed(value, number));
    }

    // Every bracket becomes 〔〕. Full-width round brackets have become half-width before.
    private static string SixAngle(string value) => OpeningBracket().Replace(ClosingBracket().Replace(value, "〕"), "〔");

    private static string? Changed(string given, string stored) => given == stored ? null : $"括号已改为六角括号：{stored}";

    private static string Shape(string number, string example) =>
        !number.EndsWith('号') ? $"“{number}”末尾缺少“号”，请写成{example}的样子。"
        : !number.Contains('〔') || !number.Contains('〕') ? $"“{number}”的年份没有放在六角括号里，请写成{example}的样子。"
        : $"“{number}”不是文号，请写成{example}的样子。";

    [GeneratedRegex(@"^(?<word>[\u4e00-\u9fa5A-Z]+)〔(?<year>[0-9]{1,4})〕(?<ordinal>第)?(?<serial>[0-9]{1,7})号$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex("^(19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Century();

    [GeneratedRegex(@"^[\u4e00-\u9fa5]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[\[(【〔]", RegexOptions.CultureInvariant)]
    private static partial Regex OpeningBracket();

    [GeneratedRegex(@"[\])】〕]", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingBracket();
}
