namespace Fadu.Rules.Expressions.Sql;

/// <summary>The few ways in which the two databases write the same thing differently.</summary>
public abstract class SqlDialect
{
    /// <summary>SQLite.</summary>
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    /// <summary>PostgreSQL.</summary>
    public static SqlDialect Postgres { get; } = new PostgresDialect();

    /// <summary>A value as the driver of this database takes it.</summary>
    public abstract object Value(object value);

    /// <summary>A day as parameter.</summary>
    public abstract string Date(string parameter);

    /// <summary>A missing day.</summary>
    public abstract string MissingDate { get; }

    /// <summary>A number of calendar days after a day.</summary>
    public abstract string AddDays(string date, string days);

    /// <summary>A number of months after a day: the corresponding day, or the last day of a month that has none (民法典 art. 202).</summary>
    public abstract string AddMonths(string date, string months);

    /// <summary>Calendar days from one day to another, a whole number.</summary>
    public abstract string Days(string from, string to);

    /// <summary>The year of a day.</summary>
    public abstract string Year(string date);

    /// <summary>Whether a text holds another.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>A whole number that may be multiplied without overflow.</summary>
    public abstract string Wide(string number);

    /// <summary>A whole number that may be divided without losing its fraction.</summary>
    public abstract string Divisible(string number);
}
