using System.Globalization;

namespace Fadu.Rules.Identifiers;

/// <summary>公民身份号码, GB 11643-1999: region (six digits), birth date (eight), serial (three, odd for men), check character.</summary>
/// <remarks>The region may be one that no longer exists, so it never makes a number wrong; an unknown province is a warning.</remarks>
public static class ResidentId
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The check character of the first seventeen digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (body[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    /// <summary>Birth date in a right number.</summary>
    public static DateOnly BirthDateOf(string number) => DateOnly.ParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Whether the seventeenth digit is odd.</summary>
    public static bool IsMale(string number) => (number[16] - '0') % 2 == 1;

    internal static IdentifierCheck Check(string value)
    {
        if (value.Length == 15 && value.All(char.IsAsciiDigit)) return IdentifierCheck.Wrong("15位的旧号码已停用，请填写18位公民身份号码。");
        if (value.Length != 18) return IdentifierCheck.Wrong($"公民身份号码应为18位，现在是{value.Length}位。");
        for (var i = 0; i < 17; i++)
            if (!char.IsAsciiDigit(value[i])) return IdentifierCheck.Wrong($"第{i + 1}位“{value[i]}”应为数字。", i + 1);
        if (!char.IsAsciiDigit(value[17]) && value[17] != 'X') return IdentifierCheck.Wrong($"第18位“{value[17]}”应为数字或者X。", 18);
        var birth = value.AsSpan(6, 8);
        if (!DateOnly.TryParseExact(birth, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year < 1850)
            return IdentifierCheck.Wrong($"第7至14位的出生日期{birth[..4]}年{birth[4..6]}月{birth[6..]}日不存在。", 7);
        var expected = CheckCharacter(value);
        if (value[17] != expected) return IdentifierCheck.Wrong($"第18位校验码应为{expected}，现在是{value[17]}，请核对各位。", 18);
        return IdentifierCheck.Right(value, RegionCode.IsProvince(value) || value[0] == '9' ? null : $"前两位{value[..2]}不是省级行政区划代码，请核对。");
    }
}
