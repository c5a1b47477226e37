namespace Fadu.Rules.Identifiers;

/// <summary>组织机构代码, GB 11714-1997: eight characters and a check character, written 00258242-X.</summary>
public static class OrganisationCode
{
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The check character of the first eight (weights 3 7 9 10 5 8 4 2, eleven less the sum modulo eleven; ten is X, eleven is 0).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * Weights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var c => (char)('0' + c) };
    }

    internal static IdentifierCheck Check(string value)
    {
        var plain = value.Replace("-", "");
        if (plain.Length != 9) return IdentifierCheck.Wrong($"组织机构代码应为9位（例如 00258242-X），现在是{plain.Length}位。");
        for (var i = 0; i < 8; i++)
            if (!char.IsAsciiDigit(plain[i]) && !char.IsAsciiLetterUpper(plain[i]))
                return IdentifierCheck.Wrong($"第{i + 1}位“{plain[i]}”应为数字或者大写字母。", i + 1);
        var expected = CheckCharacter(plain);
        return plain[8] == expected
            ? IdentifierCheck.Right($"{plain[..8]}-{plain[8]}")
            : IdentifierCheck.Wrong($"第9位校验码应为{expected}，现在是{plain[8]}，请核对各位。", 9);
    }
}
