using Fadu.Rules.Measures;

namespace Fadu.Web.Workspace.Measures;

/// <summary>How a figure changed against the year before, in words.</summary>
public static class MeasureChange
{
    /// <summary>+12（+3.4%）; a rate in percentage points; empty where one of the two is missing.</summary>
    public static string Of(Measure measure, decimal? now, decimal? before)
    {
        if (now is not { } a || before is not { } b)
        {
            return "";
        }

        if (measure.Unit == "%")
        {
            return Signed((a - b) * 100, 2) + "个百分点";
        }

        return a == b ? "持平" : Signed(a - b, measure.Decimals) + (b == 0 ? "" : $"（{Signed((a - b) / Math.Abs(b) * 100, 1)}%）");
    }

    private static string Signed(decimal value, int decimals)
    {
        var text = MeasureFormat.Print(Math.Abs(value), "", decimals);
        return text == "0" ? "0" : (value < 0 ? "−" : "+") + text;
    }
}
