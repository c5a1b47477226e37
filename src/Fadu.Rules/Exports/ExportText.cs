using System.Globalization;

namespace Fadu.Rules.Exports;

/// <summary>Writes a value as the receiving system wants it.</summary>
public static class ExportText
{
    private const int Shown = 4;

    /// <summary>The text of a value; empty where it is missing.</summary>
    /// <param name="office">Name and 统一社会信用代码 of an office by its code.</param>
    public static string Of(ExportField field, object? value, Func<string, (string Name, string? CreditCode)> office) => (field.Form, value) switch
    {
        (_, null) => "",
        (ExportForm.SlashDate, DateOnly day) => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
        (ExportForm.TenThousands, _) => (Convert.ToDecimal(value, CultureInfo.InvariantCulture) / 10_000).ToString("0.######", CultureInfo.InvariantCulture),
        (ExportForm.Office, string code) => office(code).Name,
        (ExportForm.OfficeCode, string code) => office(code).CreditCode ?? "",
        (ExportForm.Masked, string text) => Mask(text),
        (_, string code) => field.Value?.Codes?.Find(code)?.Title ?? field.Words.GetValueOrDefault(code, code),
        (_, IReadOnlyList<string> several) => string.Join(';', several.Select(c => field.Value?.Codes?.Find(c)?.Title ?? c)),
        (_, DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, bool yes) => yes ? "是" : "否",
        (_, IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // First and last four stay, so that the subject can recognise himself and nobody else can.
    private static string Mask(string text) => text.Length <= 2 * Shown ? new string('*', text.Length) : text[..Shown] + new string('*', text.Length - 2 * Shown) + text[^Shown..];
}
