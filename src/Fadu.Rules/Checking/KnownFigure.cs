namespace Fadu.Rules.Checking;

/// <summary>
/// A value that a frozen report vouches for.
/// </summary>
/// <param name="Label">The words that stand before the number in the report, for example 行政复议审结.</param>
/// <param name="Value">The frozen value.</param>
/// <param name="Unit">The printed unit, for example 件.</param>
/// <param name="Source">Name of the measure, shown to the reader.</param>
public sealed record KnownFigure(string Label, decimal Value, string Unit, string Source)
{
    /// <summary>The words of its sentence up to the number, without digits; empty where they are not known.</summary>
    public string Lead { get; init; } = "";

    /// <summary>One unit of the last digit that the frozen report prints; 0 for a whole number.</summary>
    public decimal Ulp { get; init; }

    /// <summary>Typed by hand: the frozen report vouches for the value, but no record does.</summary>
    public bool Typed { get; init; }

    /// <summary>Reads a frozen report: what leads to each of the places where a figure was printed.</summary>
    /// <param name="text">The frozen report as text.</param>
    /// <param name="places">Where its figures stand in the text, with the names of their measures.</param>
    public static IReadOnlyList<KnownFigure> Read(string text, IReadOnlyList<FigurePlace> places)
    {
        var context = ReportChecker.Read(new Text.SourceText(text), CheckOptions.Default);
        return [.. context.Quantities.Join(places.SelectMany(place => Enumerable.Range(place.Start, place.End - place.Start).Select(offset => (Offset: offset, Place: place))), figure => figure.Start, place => place.Offset, (figure, place) => (Figure: figure, place.Place)).Select(pair =>
            new KnownFigure(Relations.KnownFigures.Scope(Relations.Labels.Clean(pair.Figure.Before)), pair.Figure.Value, pair.Figure.Unit, pair.Place.Source)
            {
                Lead = Relations.KnownFigures.Lead(context, pair.Figure),
                Ulp = Precision(pair.Figure),
                Typed = pair.Place.Typed,
            })];
    }

    // 10余件 vouches for anything up to the next round number.
    private static decimal Precision(Figures.Figure figure) =>
        !figure.IsExact && Arithmetic.Interval.Of(figure) is var range ? 2 * (range.High - range.Low)
        : figure.IsWhole && figure.Group != Figures.UnitGroup.Percent ? 0 : figure.Ulp;
}

/// <summary>Where a figure stands in a text, and the measure behind it.</summary>
public sealed record FigurePlace(int Start, int End, string Source, bool Typed);
