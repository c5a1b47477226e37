using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary>Where an expression is evaluated: a matter, one of its rows, and what is known besides.</summary>
internal readonly record struct Place(FactRow Matter, IReadOnlyDictionary<string, object?> Line, EvaluationContext Context);

/// <summary>A bound part of an expression with its four passes. Missing is null in memory and in SQL.</summary>
internal abstract record Node
{
    public abstract ExpressionType Type { get; }

    /// <summary>List of a code or codes value.</summary>
    public virtual CodeList? Codes => null;

    public virtual IEnumerable<Node> Children => [];

    /// <summary>What this part itself reads, without its children.</summary>
    public virtual IEnumerable<string> Reads => [];

    /// <summary>How long its SQL and sentence become; parts that repeat their operands weigh more.</summary>
    public virtual long Weight => 1 + Children.Sum(c => c.Weight);

    /// <summary>How strongly the sentence holds together; weaker parts are put in parentheses.</summary>
    public virtual Strength Strength => Strength.Word;

    /// <summary>Never changes from matter to matter.</summary>
    public virtual bool Constant => false;

    /// <summary>Number without fraction (of a number).</summary>
    public virtual bool Whole => false;

    public abstract string Explain();

    public abstract object? Evaluate(Place place);

    public abstract string Sql(SqlWriter w);

    /// <summary>Exact value of a number.</summary>
    public virtual Fraction? Number(Place place) => throw new InvalidOperationException($"{Type} is not a number.");

    /// <summary>Exact SQL of a number.</summary>
    public virtual SqlNumber NumberSql(SqlWriter w) => throw new InvalidOperationException($"{Type} is not a number.");

    public bool? Truth(Place place) => (bool?)Evaluate(place);

    protected string Within(Node part, Strength least) => part.Strength < least ? $"（{part.Explain()}）" : part.Explain();
}

internal enum Strength
{
    Or,
    And,
    Predicate,
    Sum,
    Product,
    Word,
}

/// <summary>A part that is yes, no or unknown.</summary>
internal abstract record YesNoNode : Node
{
    public override ExpressionType Type => ExpressionType.YesNo;
    public override Strength Strength => Strength.Predicate;
}

/// <summary>A part that is a number; its other passes follow from the two exact ones.</summary>
internal abstract record NumberNode : Node
{
    public override ExpressionType Type => ExpressionType.Number;

    public override object? Evaluate(Place place) => Number(place)?.ToValue(Whole);

    public override string Sql(SqlWriter w) => NumberSql(w).ToValue(w);
}
