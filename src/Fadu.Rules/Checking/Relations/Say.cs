using System.Globalization;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>Chinese text of the arithmetic. One place, so that every relation writes its numbers alike.</summary>
internal static class Say
{
    public static string Number(decimal value)
    {
        var text = value.ToString("0.####", CultureInfo.InvariantCulture);
        return text;
    }

    public static string Percent(decimal value, int decimals) => Math.Round(value, Math.Min(Math.Max(decimals, 0) + 2, 6), MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture) + "%";

    public static string Rounded(decimal value, int decimals) => Math.Round(value, Math.Min(decimals, 8), MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture);

    /// <summary>Number with magnitude and unit as printed.</summary>
    public static string Printed(CheckContext context, Figure figure) => context.Source.Quote(figure.Start, figure.End).Trim();

    /// <summary>“审结43宗”: the words before the number and the number.</summary>
    public static string Labelled(CheckContext context, Figure figure)
    {
        var label = Labels.Clean(figure.Before);
        return (label.Length > LongestLabel ? "…" + label[^LongestLabel..] : label) + Printed(context, figure);
    }

    private const int LongestLabel = 12;

    public static string Sum(IEnumerable<Figure> parts, decimal total) =>
        string.Join("+", parts.Select(part => Number(part.Value))) + "=" + Number(total);
}
