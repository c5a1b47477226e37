using System.Diagnostics.CodeAnalysis;
using Fadu.Rules.Expressions.Binding;
using Fadu.Rules.Expressions.Nodes;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Expressions.Syntax;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions;

/// <summary>A condition or value of the definition language, parsed and bound once, used four ways: explain, needs, evaluate, sql.</summary>
/// <remarks>Missing is neither true nor zero: logic is three-valued (Kleene), as in SQL. Numbers are exact in memory and in SQL, also after a division.</remarks>
public sealed class Expression
{
    private readonly Node root;

    private Expression(string text, Node root)
    {
        (Text, this.root) = (text, root);
        Needs = All(root).SelectMany(n => n.Reads).ToHashSet();
    }

    /// <summary>As written in the definition.</summary>
    public string Text { get; }

    /// <summary>Type of its value.</summary>
    public ExpressionType Type => root.Type;

    /// <summary>List of a code or codes value, where it has one.</summary>
    public CodeList? Codes => root.Codes;

    /// <summary>What it reads: fact columns, <c>rows.column</c>, <c>reference.column</c>, <c>param.x</c>, <c>measure.x</c>, <c>today</c>, <c>period</c>.</summary>
    public IReadOnlySet<string> Needs { get; }

    /// <summary>Registers whose matters it reads through references.</summary>
    internal IEnumerable<string> Registers => All(root).OfType<ReferredNode>().Select(n => n.Reference.Column.Register!).Distinct();

    /// <summary>A number that is exact as whole hundredths or ten-thousandths: nothing is divided, so it may be summed.</summary>
    internal bool Summable => Type == ExpressionType.Number && !All(root).Any(n => n is Arithmetic { Operator: '/' });

    internal Node Root => root;

    /// <summary>Parses and binds a text.</summary>
    /// <param name="codes">List whose codes the value is one of, where the expected type is a code: bare words are then read as codes.</param>
    public static bool TryParse(
        string text, ExpressionScope scope, ExpressionType expected,
        [NotNullWhen(true)] out Expression? expression, [NotNullWhen(false)] out ExpressionError? error, CodeList? codes = null)
    {
        expression = Parser.Parse(text, out error) is { } syntax && Binder.Bind(syntax, scope, expected, codes, out error) is { } root
            ? new(text, root)
            : null;
        return expression is not null;
    }

    /// <summary>The expression as a Chinese sentence, with the titles of fields and codes.</summary>
    public string Explain() => root.Explain();

    /// <summary>Its value for a matter, or null where it is missing; whole numbers are <see cref="long"/>, other numbers <see cref="decimal"/>.</summary>
    /// <param name="line">The row asked about, for an expression over rows; none = the columns are those of <paramref name="row"/> itself.</param>
    public object? Evaluate(FactRow row, EvaluationContext context, IReadOnlyDictionary<string, object?>? line = null) =>
        root.Evaluate(new(row, line ?? row.Values, context));

    /// <summary>True only where it is known to hold.</summary>
    public bool Holds(FactRow row, EvaluationContext context, IReadOnlyDictionary<string, object?>? line = null) => Evaluate(row, context, line) is true;

    /// <summary>Writes the expression as SQL; every value becomes a parameter.</summary>
    public void AppendSql(SqlWriter sql) => sql.Append(root.Sql(sql));

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static IEnumerable<Node> All(Node node) => node.Children.SelectMany(All).Prepend(node);
}
