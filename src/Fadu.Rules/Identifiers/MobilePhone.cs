namespace Fadu.Rules.Identifiers;

/// <summary>Mainland mobile numbers: eleven digits, 1 and then 3 to 9. Country code and hyphens are dropped.</summary>
public static class MobilePhone
{
    internal static IdentifierCheck Check(string value)
    {
        var number = value.Replace("-", "");
        if (number.StartsWith("+86", StringComparison.Ordinal)) number = number[3..];
        else if (number.Length == 13 && number.StartsWith("86", StringComparison.Ordinal)) number = number[2..];
        for (var i = 0; i < number.Length; i++)
            if (!char.IsAsciiDigit(number[i])) return IdentifierCheck.Wrong($"第{i + 1}位“{number[i]}”应为数字。", i + 1);
        if (number.Length != 11) return IdentifierCheck.Wrong($"手机号码应为11位，现在是{number.Length}位。");
        if (number[0] != '1') return IdentifierCheck.Wrong("手机号码应以1开头；固定电话请填写在联系电话栏。", 1);
        return number[1] < '3' ? IdentifierCheck.Wrong($"第2位“{number[1]}”应为3至9。", 2) : IdentifierCheck.Right(number);
    }
}
