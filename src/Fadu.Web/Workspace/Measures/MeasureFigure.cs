using Fadu.Rules.Measures;

namespace Fadu.Web.Workspace.Measures;

/// <summary>A measure with its value and the one of the year before.</summary>
public sealed record MeasureFigure(Measure Measure, MeasureValue Now, MeasureValue Before)
{
    /// <summary>The figure without its unit; a rate with its %.</summary>
    public string Printed => Measure.Print(Now.Value);
    /// <summary>Where the line of its months stands on the page; a point would end the name in a selector.</summary>
    public static string MonthsPlace(string measure) => "months-" + measure.Replace('.', '-');
    /// <summary>Unit beside the figure.</summary>
    public string Unit => Measure.Unit == "%" || Now.Value is null ? "" : Measure.Unit;
    /// <summary>The figure of the year before with its unit.</summary>
    public string PrintedBefore => MeasureFormat.PrintWithUnit(Before.Value, Measure.Unit, Measure.Decimals);
    /// <summary>The change in words.</summary>
    public string Change => MeasureChange.Of(Measure, Now.Value, Before.Value);
}
