using System.Text.RegularExpressions;

namespace Fadu.Rules.Identifiers;

/// <summary>法院案号: year in round brackets, court code, case type, serial, 号: （2024）浙0113行初12号.</summary>
/// <remarks>Stored with full-width brackets, as judgments print it. 最高法 codes its courts by one character and up to four digits.</remarks>
public static partial class CourtCaseNumber
{
    internal static IdentifierCheck Check(string value)
    {
        var number = value.Replace('(', '（').Replace(')', '）').Replace('〔', '（').Replace('〕', '）').Replace('[', '（').Replace(']', '）');
        return Pattern().IsMatch(number)
            ? IdentifierCheck.Right(number)
            : IdentifierCheck.Wrong($"“{number}”不是法院案号，请写成（2024）浙0113行初12号的样子。");
    }

    /// <summary>Type of the case in a right number: 行初, 行终, 行申, 行审, 民特…</summary>
    public static string TypeOf(string number) => Pattern().Match(number).Groups["type"].Value;

    [GeneratedRegex(@"^（(19|20)[0-9]{2}）(最高法|[\u4e00-\u9fa5][0-9]{0,4})(?<type>[\u4e00-\u9fa5]{1,5})[1-9][0-9]{0,5}号$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
