namespace Fadu.Core.Documents;

internal static class TextWidth
{
    /// <summary>Width in full characters: a half-width one counts half.</summary>
    public static double InCharacters(string text)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += rune.Value < 0x300 && rune.Value is not ('—' or '·') ? 0.5 : 1;
        return width;
    }

    public static double InCharacters(IEnumerable<Run> runs) => runs.Sum(r => InCharacters(r.Text));

    /// <summary>2026年9月7日: Arabic digits, no zero in front.</summary>
    public static string Of(DateOnly date) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");
}
