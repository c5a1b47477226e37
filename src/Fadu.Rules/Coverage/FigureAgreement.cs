namespace Fadu.Rules.Coverage;

/// <summary>Whether a computed value is what a report prints.</summary>
public static class FigureAgreement
{
    /// <summary>Holds for a value that a careful author would have printed this way.</summary>
    /// <remarks>An exact number is met exactly. A rate, a mean or an amount in 万元 is met to the printed decimals, rounded or cut, because reports do either. 余 and 多 stand
    /// for anything below the next unit of the last digit that is not zero, 近 for anything above the unit before; 以上, 超过, 至少, 不低于 are lower bounds, 最多 an upper one.</remarks>
    /// <returns>Missing where the report prints no number.</returns>
    public static bool? Holds(PrintedFigure printed, decimal? computed)
    {
        if (printed.Plain is not { } value)
        {
            return null;
        }

        if (computed is not { } number)
        {
            return false;
        }

        var step = Step(value);
        return printed.Approx switch
        {
            null => Decimals(printed.Text) is { } decimals ? Rounded(printed, number, decimals) : number == value,
            "余" or "多" => number >= value && number < value + step,
            "近" => number < value && number >= value - step,
            "以上" or "超过" or "至少" or "不低于" => number >= value,
            "最多" => number <= value,
            "约" => Math.Abs(number - value) < step,
            _ => number >= value && number < value * 10,
        };
    }

    private static bool Rounded(PrintedFigure printed, decimal number, int decimals)
    {
        var unit = printed.Unit == "%" ? 0.01m : printed.Value == 0 ? 1 : printed.Plain!.Value / printed.Value!.Value;
        var (shown, value) = (number / unit, printed.Plain!.Value / unit);
        var scale = (decimal)Math.Pow(10, decimals);
        return Math.Round(shown, decimals, MidpointRounding.AwayFromZero) == value || Math.Truncate(shown * scale) / scale == value;
    }

    // Of 34.46% two, of 14% none; of a whole number without a unit that rounds, nothing is said.
    private static int? Decimals(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? text[(dot + 1)..].TakeWhile(char.IsAsciiDigit).Count()
        : text.Contains('%', StringComparison.Ordinal) ? 0 : null;

    // 1500 → 100, 780 → 10, 0.9 → 0.01: the place of the last digit that is not zero.
    private static decimal Step(decimal value)
    {
        var step = 1m;
        while (value != decimal.Truncate(value / step) * step)
        {
            step /= 10;
        }

        while (value != 0 && value % (step * 10) == 0)
        {
            step *= 10;
        }

        return step;
    }
}
