namespace Fadu.Rules.Expressions.Sql;

/// <summary>Days are <c>date</c>, yes and no <c>boolean</c>.</summary>
public sealed class PostgresDialect : SqlDialect
{
    /// <inheritdoc/>
    public override object Value(object value) => value;

    /// <inheritdoc/>
    public override string Date(string parameter) => parameter + "::date";

    /// <inheritdoc/>
    public override string MissingDate => "null::date";

    /// <inheritdoc/>
    public override string AddDays(string date, string days) => $"({date} + ({days})::int)";

    /// <inheritdoc/>
    public override string AddMonths(string date, string months) => $"({date} + make_interval(months => ({months})::int))::date";

    /// <inheritdoc/>
    public override string Days(string from, string to) => $"({to} - {from})::bigint";

    /// <inheritdoc/>
    public override string Year(string date) => $"extract(year from {date})::bigint";

    /// <inheritdoc/>
    public override string Contains(string text, string part) => $"(strpos({text}, {part}) > 0)";

    /// <inheritdoc/>
    public override string Wide(string number) => $"({number})::numeric";

    /// <inheritdoc/>
    public override string Divisible(string number) => $"({number})::numeric";
}
