namespace Fadu.Rules.Identifiers;

/// <summary>统一社会信用代码, GB 32100-2015: registrar, kind, region (six digits), organisation code (nine), check character.</summary>
public static class CreditCode
{
    internal const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Dictionary<char, char> Lookalikes = new() { ['I'] = '1', ['O'] = '0', ['S'] = '5', ['V'] = 'U', ['Z'] = '2' };

    /// <summary>The check character of the first seventeen (weights are powers of three modulo 31).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++)
        {
            sum += Alphabet.IndexOf(body[i]) * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>The organisation code inside a right credit code, written 00258242-X.</summary>
    public static string OrganisationCodeOf(string creditCode) => $"{creditCode[8..16]}-{creditCode[16]}";

    internal static IdentifierCheck Check(string value)
    {
        if (value.Length != 18) return IdentifierCheck.Wrong($"统一社会信用代码应为18位，现在是{value.Length}位。");
        for (var i = 0; i < 18; i++)
            if (!Alphabet.Contains(value[i]))
                return IdentifierCheck.Wrong($"第{i + 1}位“{value[i]}”不是允许的字符（不用I、O、S、V、Z）{Hint(value[i])}。", i + 1);
        for (var i = 2; i < 8; i++)
            if (!char.IsAsciiDigit(value[i]))
                return IdentifierCheck.Wrong($"第{i + 1}位“{value[i]}”应为数字（第3至8位是登记机关行政区划代码）。", i + 1);
        var expected = CheckCharacter(value);
        if (value[17] != expected) return IdentifierCheck.Wrong($"第18位校验码应为{expected}，现在是{value[17]}，请核对各位。", 18);
        // Every real code seen carries a right inner check character; a wrong one is reported without refusing a code that is right as a whole.
        var inner = OrganisationCode.CheckCharacter(value.AsSpan(8, 8));
        return IdentifierCheck.Right(value, value[16] == inner ? null : $"第17位（组织机构代码校验码）应为{inner}，请核对。");
    }

    private static string Hint(char c) => Lookalikes.TryGetValue(c, out var meant) ? $"，可能应为{meant}" : "";
}
