using System.Globalization;

namespace Fadu.Rules.Measures;

/// <summary>Prints figures as the report does.</summary>
public static class MeasureFormat
{
    /// <summary>What stands where a figure is missing.</summary>
    public const string Missing = "—";

    /// <summary>A figure without its unit, but a rate with its %: 17, 34.46%, 14%.</summary>
    /// <remarks>Half is rounded up (away from zero), trailing zeros are dropped, and thousands are not separated, which GB/T 15835-2011 allows.</remarks>
    /// <param name="unit"><c>%</c> prints the value times one hundred.</param>
    /// <param name="decimals">Decimals at most.</param>
    public static string Print(decimal? value, string unit, int decimals)
    {
        if (value is not { } number)
        {
            return Missing;
        }

        var rate = unit == "%";
        var rounded = Math.Round(rate ? number * 100 : number, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture) + (rate ? "%" : "");
    }

    /// <summary>A figure with its unit: 17件, 34.46%.</summary>
    public static string PrintWithUnit(decimal? value, string unit, int decimals) =>
        Print(value, unit, decimals) + (value is null || unit == "%" ? "" : unit);

    /// <summary>A figure of this measure without its unit.</summary>
    public static string Print(this Measure measure, decimal? value) => Print(value, measure.Unit, measure.Decimals);
}
