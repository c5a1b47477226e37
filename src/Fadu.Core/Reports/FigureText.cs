using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>Prints a figure as its place in the template asks.</summary>
public static class FigureText
{
    private const int ChangeDecimals = 1;
    private static readonly Dictionary<string, decimal> Scales = new() { ["万元"] = 10_000, ["亿元"] = 100_000_000 };

    /// <summary>The figure in words of the report.</summary>
    public static string Of(FigurePiece piece, Measure measure, decimal? value, decimal? previous, string definition)
    {
        var decimals = piece.Decimals ?? measure.Decimals;
        return piece.Form switch
        {
            FigureForm.Unit when piece.Scale is { } scale && measure.Unit == "元" => MeasureFormat.PrintWithUnit(Cut(value / Scales[scale], piece.Floor), scale, piece.Decimals ?? 2),
            FigureForm.Unit => MeasureFormat.PrintWithUnit(Cut(value, piece.Floor), measure.Unit, decimals),
            FigureForm.Previous => MeasureFormat.Print(Cut(previous, piece.Floor), measure.Unit, decimals),
            FigureForm.Change => Change(value, previous, measure.Unit),
            FigureForm.Definition => definition,
            _ => MeasureFormat.Print(Cut(value, piece.Floor), measure.Unit, decimals),
        };
    }

    /// <summary>增长12.5%, 下降3%, 持平; a rate changes by 个百分点. From nothing there is no growth rate.</summary>
    public static string Change(decimal? value, decimal? previous, string unit)
    {
        if (value is not { } now || previous is not { } before)
        {
            return MeasureFormat.Missing;
        }

        if (now == before)
        {
            return "持平";
        }

        if (unit == "%")
        {
            var points = MeasureFormat.Print(Math.Abs(now - before) * 100, "", ChangeDecimals);
            return (now > before ? "提高" : "下降") + points + "个百分点";
        }

        return before == 0 ? MeasureFormat.Missing : (now > before ? "增长" : "下降") + MeasureFormat.Print(Math.Abs(now - before) / before, "%", ChangeDecimals);
    }

    private static decimal? Cut(decimal? value, int? floor) => value is { } number && floor is { } step ? Math.Floor(number / step) * step : value;
}
