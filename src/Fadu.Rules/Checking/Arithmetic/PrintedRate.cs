using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Arithmetic;

/// <summary>How a computed percentage agrees with the printed one.</summary>
public enum RateAgreement
{
    /// <summary>No reading of the inputs gives the printed value.</summary>
    None,

    /// <summary>Off by exactly one unit of the last printed digit.</summary>
    LastDigit,

    /// <summary>Explained by the rounding of the inputs (4万亿元) or by a hedge (超过80%).</summary>
    Inputs,

    /// <summary>Cut off instead of rounded.</summary>
    Truncated,

    /// <summary>Rounded half up at the printed decimals.</summary>
    Exact,
}

/// <summary>
/// Compares a quotient with a printed percentage, in the order half-up, truncated, inputs, last digit.
/// Measured on 410 published ratios 356 are exact and 20 truncated, so truncation is accepted before any doubt is raised.
/// </summary>
internal static class PrintedRate
{
    public static RateAgreement Compare(Figure rate, decimal percent, Interval range)
    {
        if (rate.Approximation != Approximation.Exact)
        {
            return Interval.Of(rate).Meets(new(percent, percent)) || (rate.Approximation == Approximation.Above && percent >= rate.Value && percent <= rate.Value + 10)
                ? RateAgreement.Inputs : RateAgreement.None;
        }
        if (percent > 1_000_000) return RateAgreement.None;
        var ulp = rate.Ulp;
        if (Math.Abs(percent - rate.Value) <= ulp / 2) return RateAgreement.Exact;
        if (percent >= rate.Value && percent < rate.Value + ulp) return RateAgreement.Truncated;
        if (range.Low < range.High && range.Meets(new(rate.Value - ulp / 2, rate.Value + ulp / 2))) return RateAgreement.Inputs;
        return Math.Abs(percent - rate.Value) <= ulp * 1.5m ? RateAgreement.LastDigit : RateAgreement.None;
    }

    /// <summary>Percentage of <paramref name="part"/> in <paramref name="whole"/> against <paramref name="rate"/>.</summary>
    public static RateAgreement Share(Figure rate, Figure part, Figure whole)
    {
        if (whole.Value <= 0) return RateAgreement.None;
        var a = Interval.Of(part);
        var b = Interval.Of(whole);
        var range = a / b;
        return Compare(rate, part.Value / whole.Value * 100, Scale(range));
    }

    public static Interval Scale(Interval range) => range.High > 1_000_000 ? new(0, 0) : new(range.Low * 100, range.High * 100);
}
