using System.Text.RegularExpressions;

namespace Fadu.Rules.Identifiers;

/// <summary>Recognises identifiers that a spreadsheet has turned into numbers: it keeps fifteen digits and shows long ones as powers of ten.</summary>
internal static partial class SpreadsheetDamage
{
    /// <summary>For example 3.30326E+17, or 330326.0.</summary>
    public static bool IsScientific(string value) => Scientific().IsMatch(value);

    /// <summary>Sixteen or more digits of which all after the fifteenth are zero. Such a number can be right, so it counts as
    /// damage only after the check digit has failed.</summary>
    public static bool IsRounded(string value) => Rounded().IsMatch(value);

    public static string Explain(string value) =>
        $"“{value}”被表格软件改成了数值，原来的号码已经丢失；请在原表中把该列设为文本格式，重新填写后再导入。";

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+?[0-9]{1,2}$|^[0-9]+\.0+$", RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^[0-9]{15}0+$", RegexOptions.CultureInvariant)]
    private static partial Regex Rounded();
}
