using System.Globalization;

namespace Fadu.Rules.Expressions.Sql;

/// <summary>Days are texts <c>yyyy-MM-dd</c>, yes and no are 1 and 0.</summary>
public sealed class SqliteDialect : SqlDialect
{
    /// <inheritdoc/>
    public override object Value(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? 1L : 0L,
        _ => value,
    };

    /// <inheritdoc/>
    public override string Date(string parameter) => parameter;

    /// <inheritdoc/>
    public override string MissingDate => "null";

    /// <inheritdoc/>
    public override string AddDays(string date, string days) => $"date({date}, ({days}) || ' days')";

    /// <inheritdoc/>
    public override string AddMonths(string date, string months) => $"date({date}, ({months}) || ' months', 'floor')";

    /// <inheritdoc/>
    public override string Days(string from, string to) => $"cast(julianday({to}) - julianday({from}) as integer)";

    /// <inheritdoc/>
    public override string Year(string date) => $"cast(strftime('%Y', {date}) as integer)";

    /// <inheritdoc/>
    public override string Contains(string text, string part) => $"(instr({text}, {part}) > 0)";

    /// <inheritdoc/>
    public override string Wide(string number) => number;

    /// <inheritdoc/>
    public override string Divisible(string number) => $"cast({number} as real)";
}
