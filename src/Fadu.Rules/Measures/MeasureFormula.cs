using System.Diagnostics.CodeAnalysis;
using Fadu.Rules.Expressions;
using Fadu.Rules.Expressions.Nodes;

namespace Fadu.Rules.Measures;

/// <summary>Arithmetic over measures: <c>+ - * /</c>, parentheses, numbers, <c>least(m)</c> and <c>most(m)</c> over the offices that have any. A minus has spaces around it.</summary>
public sealed class MeasureFormula
{
    private readonly MeasureArithmetic root;

    private MeasureFormula(string text, MeasureArithmetic root) => (Text, this.root, Requests) = (text, root, [.. root.Requests.Distinct()]);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Measures it names.</summary>
    public IReadOnlyList<MeasureRequest> Requests { get; }

    /// <summary>Reads a formula.</summary>
    /// <param name="group">Group of the file: a name without a dot is a measure of this group.</param>
    public static bool TryParse(
        string text, string group, [NotNullWhen(true)] out MeasureFormula? formula, [NotNullWhen(false)] out ExpressionError? error)
    {
        formula = MeasureFormulaParser.Parse(text, group, out error) is { } root ? new(text, root) : null;
        return formula is not null;
    }

    /// <summary>Its value; missing where a measure is missing or something is divided by 0.</summary>
    /// <param name="values">Values of the measures named.</param>
    public decimal? Evaluate(MeasureValues values) => (decimal?)root.Value(values)?.ToValue(false);
}

/// <summary>What a formula asks: a measure as it stands, and the same for each office that counts any.</summary>
public sealed record MeasureValues(Func<MeasureRequest, decimal?> Of, Func<MeasureRequest, IEnumerable<decimal>> ByOffice);

internal abstract record MeasureArithmetic
{
    public abstract IEnumerable<MeasureRequest> Requests { get; }

    public abstract Fraction? Value(MeasureValues values);
}

internal sealed record MeasureNumber(decimal Number) : MeasureArithmetic
{
    public override IEnumerable<MeasureRequest> Requests => [];
    public override Fraction? Value(MeasureValues values) => Fraction.Of(Number);
}

internal sealed record MeasureTerm(MeasureRequest Request) : MeasureArithmetic
{
    public override IEnumerable<MeasureRequest> Requests => [Request];
    public override Fraction? Value(MeasureValues values) => values.Of(Request) is { } value ? Fraction.Of(value) : null;
}

internal sealed record MeasureOperation(char Operator, MeasureArithmetic Left, MeasureArithmetic Right) : MeasureArithmetic
{
    public override IEnumerable<MeasureRequest> Requests => Left.Requests.Concat(Right.Requests);

    public override Fraction? Value(MeasureValues values) => Left.Value(values) is { } a && Right.Value(values) is { } b
        ? Operator switch { '+' => a + b, '-' => a - b, '*' => a * b, _ => a / b }
        : null;
}

internal sealed record MeasureExtreme(MeasureRequest Request, bool Most) : MeasureArithmetic
{
    public override IEnumerable<MeasureRequest> Requests => [Request];

    public override Fraction? Value(MeasureValues values) =>
        values.ByOffice(Request).ToList() is { Count: > 0 } all ? Fraction.Of(Most ? all.Max() : all.Min()) : null;
}
