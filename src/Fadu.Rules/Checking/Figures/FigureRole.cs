namespace Fadu.Rules.Checking.Figures;

/// <summary>What a number stands for. Only a quantity takes part in arithmetic.</summary>
public enum FigureRole
{
    /// <summary>A counted or measured quantity.</summary>
    Quantity,

    /// <summary>A quantity in a table cell.</summary>
    Cell,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A calendar date or month.</summary>
    Date,

    /// <summary>One term of a proportion such as 8.3∶41.4∶50.3.</summary>
    Proportion,

    /// <summary>One end of a range such as 5.5%—6%.</summary>
    Range,

    /// <summary>A name, a document number, a hotline, an ordinal or a list mark: never a quantity.</summary>
    Mask,
}
