using System.Globalization;

namespace Fadu.Core.Documents;

/// <summary>The numbers of the four levels: 一、 （一） 1. （1）.</summary>
public static class HeadingNumber
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(int level, int number) => level switch
    {
        1 => Chinese(number) + "、",
        2 => $"（{Chinese(number)}）",
        3 => number.ToString(CultureInfo.InvariantCulture) + ".",
        4 => string.Create(CultureInfo.InvariantCulture, $"（{number}）"),
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    private static string Chinese(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 99);
        var tens = n < 20 ? "" : Digits[n / 10].ToString();
        return (n < 10 ? "" : tens + "十") + (n % 10 == 0 ? "" : Digits[n % 10].ToString());
    }
}
