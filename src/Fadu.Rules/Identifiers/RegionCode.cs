namespace Fadu.Rules.Identifiers;

/// <summary>行政区划代码: six digits to the county (GB/T 2260), nine to the town, twelve to the village.</summary>
/// <remarks>Only the form and the province are checked: codes come and go, and the list belongs to the data, not to the rule.</remarks>
public static class RegionCode
{
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ];

    /// <summary>Whether the first two digits are those of a province.</summary>
    public static bool IsProvince(string code) => code.Length >= 2 && Provinces.Contains(code[..2]);

    /// <summary>Whether a region lies inside another, or is the same: 330326104 lies in 330326, in 330300 and in 330000.</summary>
    public static bool IsWithin(string code, string outer)
    {
        var significant = outer.TrimEnd('0').Length;
        var level = significant switch { <= 2 => 2, <= 4 => 4, <= 6 => 6, <= 9 => 9, _ => 12 };
        return code.StartsWith(outer[..Math.Min(level, outer.Length)], StringComparison.Ordinal);
    }

    internal static IdentifierCheck Check(string value)
    {
        for (var i = 0; i < value.Length; i++)
            if (!char.IsAsciiDigit(value[i])) return IdentifierCheck.Wrong($"第{i + 1}位“{value[i]}”应为数字。", i + 1);
        if (value.Length is not (6 or 9 or 12))
            return IdentifierCheck.Wrong($"行政区划代码应为6位（县级以上）、9位（乡级）或者12位（村级），现在是{value.Length}位。");
        return IsProvince(value)
            ? IdentifierCheck.Right(value)
            : IdentifierCheck.Wrong($"第1至2位“{value[..2]}”不是省级行政区划代码。", 1);
    }
}
