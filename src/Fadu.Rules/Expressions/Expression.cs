using System.Diagnostics.CodeAnalysis;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions;

/// <summary>A condition or value of the definition language, parsed and bound once, used four ways: explain, needs, evaluate, sql.</summary>
public sealed partial class Expression
{
    /// <summary>As written in the definition.</summary>
    public required string Text { get; init; }

    /// <summary>Type of its value.</summary>
    public ExpressionType Type { get; }

    /// <summary>What it reads: fact columns, <c>rows.column</c>, <c>param.x</c>, <c>measure.x</c>, <c>today</c>, <c>period</c>.</summary>
    public IReadOnlySet<string> Needs { get; } = new HashSet<string>();

    /// <summary>Parses and binds a text.</summary>
    /// <param name="codes">List whose codes the value is one of, where the expected type is a code: bare words are then read as codes.</param>
    public static bool TryParse(
        string text, ExpressionScope scope, ExpressionType expected,
        [NotNullWhen(true)] out Expression? expression, [NotNullWhen(false)] out ExpressionError? error, CodeList? codes = null) =>
        throw new NotSupportedException();

    /// <summary>The expression as a Chinese sentence, with the titles of fields and codes.</summary>
    public string Explain() => throw new NotSupportedException();

    /// <summary>Its value for a matter, or null where it is missing; whole numbers are <see cref="long"/>, other numbers <see cref="decimal"/>.</summary>
    /// <param name="line">The row asked about, for an expression over rows; none = the columns are those of <paramref name="row"/> itself.</param>
    public object? Evaluate(FactRow row, EvaluationContext context, IReadOnlyDictionary<string, object?>? line = null) => throw new NotSupportedException();

    /// <summary>True only where it is known to hold.</summary>
    public bool Holds(FactRow row, EvaluationContext context, IReadOnlyDictionary<string, object?>? line = null) => Evaluate(row, context, line) is true;

    /// <summary>Writes the expression as SQL; every value becomes a parameter.</summary>
    public void AppendSql(SqlWriter sql) => throw new NotSupportedException();
}
