using System.Globalization;

namespace Fadu.Core.Tables;

/// <summary>One cell as XML. Strings are inline text cells, so nothing a user typed can become a formula.</summary>
internal static class XlsxCell
{
    private const decimal LargestExact = 999_999_999_999_999m;

    public static void Write(XmlBytes xml, ReadOnlySpan<byte> column, int row, object? value, int style)
    {
        xml.Raw("<c r=\""u8).Raw(column).Number(row).Raw("\" s=\""u8).Number(style);
        switch (value)
        {
            case null or "": xml.Raw("\"/>"u8); return;
            case string text: Text(xml, text); return;
            case bool yes: Text(xml, yes ? "是" : "否"); return;
            case int n: xml.Raw("\"><v>"u8).Number((long)n).Raw("</v></c>"u8); return;
            case long n when Math.Abs((decimal)n) <= LargestExact: xml.Raw("\"><v>"u8).Number(n).Raw("</v></c>"u8); return;
            case decimal n when Math.Abs(n) <= LargestExact: xml.Raw("\"><v>"u8).Number(n).Raw("</v></c>"u8); return;
            case double n when double.IsFinite(n): xml.Raw("\"><v>"u8).Number(n).Raw("</v></c>"u8); return;
            case DateOnly d when d.Year >= 1901: xml.Raw("\"><v>"u8).Number((long)d.ToDateTime(TimeOnly.MinValue).ToOADate()).Raw("</v></c>"u8); return;
            case DateTime t when t.Year >= 1901: xml.Raw("\"><v>"u8).Number(t.ToOADate()).Raw("</v></c>"u8); return;
            default: Text(xml, AsText(value) ?? ""); return;
        }
    }

    /// <summary>The text of a value where no number cell is wanted or possible (codes; more than the 15 digits Excel keeps).</summary>
    public static string? AsText(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "是" : "否",
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime t => t.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static void Text(XmlBytes xml, string text) =>
        xml.Raw(text.Length > 0 && (text[0] <= ' ' || text[^1] <= ' ' || text.Contains('\n'))
            ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8
            : "\" t=\"inlineStr\"><is><t>"u8).Text(text).Raw("</t></is></c>"u8);
}
