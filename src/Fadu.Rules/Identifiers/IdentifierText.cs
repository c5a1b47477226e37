using System.Text;

namespace Fadu.Rules.Identifiers;

/// <summary>Brings an identifier to one way of writing.</summary>
internal static class IdentifierText
{
    /// <summary>Half-width, upper case, without blanks, invisible characters and the apostrophe that spreadsheets put before text.</summary>
    public static string Normalise(string? text)
    {
        var result = new StringBuilder(text?.Length ?? 0);
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF') continue;
            result.Append(char.ToUpperInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));
        }
        return result.ToString().TrimStart('\'');
    }
}
