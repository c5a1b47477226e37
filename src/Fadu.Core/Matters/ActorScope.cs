using Fadu.Core.Storage;

namespace Fadu.Core.Matters;

/// <summary>Conditions that keep a query to what an account may see.</summary>
internal static class ActorScope
{
    /// <summary>Matters: of the offices in scope, or handled by the account.</summary>
    /// <param name="column">Writes a column of the table asked.</param>
    public static void Matters(SqlQuery sql, Actor actor, Func<string, string> column)
    {
        if (Condition(sql, actor, column) is { } condition)
        {
            sql.Add($" and {condition}");
        }
    }

    /// <summary>The same as a condition; none = the whole district.</summary>
    public static string? Condition(SqlQuery sql, Actor actor, Func<string, string> column) => actor.Scope switch
    {
        DataScope.District => null,
        DataScope.OwnMatters => $"{column("handler")} = {sql.Value(actor.Account)}",
        _ => $"({column("office")} in {sql.Values(Codes(actor))} or {column("handler")} = {sql.Value(actor.Account)})",
    };

    /// <summary>What belongs to an office and to nobody in it, such as findings.</summary>
    public static void Offices(SqlQuery sql, Actor actor, string column)
    {
        if (actor.Scope != DataScope.District)
        {
            sql.Add($" and {column} in {sql.Values(Codes(actor))}");
        }
    }

    private static IEnumerable<string> Codes(Actor actor) => actor.Offices.Order(StringComparer.Ordinal);
}
