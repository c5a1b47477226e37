namespace Fadu.Rules.Checking.Figures;

/// <summary>
/// One number of a text with what it measures.
/// The value includes 万 and 亿; the printed precision is kept beside it because every comparison is made at that precision.
/// </summary>
public sealed record Figure
{
    /// <summary>Position in the list of figures of its text.</summary>
    public required int Id { get; init; }

    /// <summary>First character, hedges before the number excluded.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last character of the unit.</summary>
    public required int End { get; init; }

    /// <summary>The digits as printed, without magnitude and unit.</summary>
    public required string Numeral { get; init; }

    /// <summary>The value, magnitude included; a percentage of 12.5% has the value 12.5.</summary>
    public required decimal Value { get; init; }

    /// <summary>Magnitude: 1, 10,000 for 万, 100,000,000 for 亿.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Digits printed after the decimal point.</summary>
    public int Decimals { get; init; }

    /// <summary>The printed measure word or unit, empty when there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Which units it may be added to.</summary>
    public UnitGroup Group { get; init; }

    /// <summary>How it is hedged.</summary>
    public Approximation Approximation { get; init; }

    /// <summary>What it stands for.</summary>
    public FigureRole Role { get; init; }

    /// <summary>Line of the text, counted from 0.</summary>
    public int Paragraph { get; init; }

    /// <summary>Sentence, counted through the text.</summary>
    public int Sentence { get; init; }

    /// <summary>Part of a sentence between semicolons, counted through the text.</summary>
    public int Segment { get; init; }

    /// <summary>Identifier of the innermost bracket around it, −1 for none.</summary>
    public int Bracket { get; init; } = -1;

    /// <summary>Words between the preceding delimiter or figure and this one.</summary>
    public string Before { get; init; } = "";

    /// <summary>Words between this figure and the next delimiter or figure.</summary>
    public string After { get; init; } = "";

    /// <summary>One unit of the last printed digit.</summary>
    public decimal Ulp => Factor * DecimalPower(Decimals);

    /// <summary>True when the printed number is the number itself: a whole number without magnitude and hedge.</summary>
    public bool IsWhole => Approximation == Approximation.Exact && Factor == 1 && Decimals == 0;

    /// <summary>True when no hedge stands beside it.</summary>
    public bool IsExact => Approximation == Approximation.Exact;

    private static decimal DecimalPower(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++) power /= 10;
        return power;
    }
}
