using System.Globalization;

namespace Fadu.Core.Lists;

/// <summary>Where a page ended: the value by which the list is ordered, and the matter. Rows without a value come last.</summary>
public sealed record ListCursor(string? Value, long Matter)
{
    /// <summary>As part of an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Matter}{(Value is null ? "" : "~" + Value)}");

    /// <summary>Reads an address; null where it is none of ours.</summary>
    public static ListCursor? Parse(string? text)
    {
        var cut = text?.IndexOf('~', StringComparison.Ordinal) ?? -1;
        return long.TryParse(cut < 0 ? text : text![..cut], NumberStyles.None, CultureInfo.InvariantCulture, out var matter)
            ? new(cut < 0 ? null : text![(cut + 1)..], matter)
            : null;
    }
}
