using Fadu.Core.Storage;

namespace Fadu.Core.Matters;

/// <summary>Conditions that keep a query to what an account may see.</summary>
internal static class ActorScope
{
    /// <summary>Matters: of the offices in scope, or handled by the account.</summary>
    /// <param name="column">Writes a column of the table asked.</param>
    public static void Matters(SqlQuery sql, Actor actor, Func<string, string> column)
    {
        switch (actor.Scope)
        {
            case DataScope.District:
                break;
            case DataScope.OwnMatters:
                sql.Add($" and {column("handler")} = {sql.Value(actor.Account)}");
                break;
            default:
                sql.Add($" and ({column("office")} in {sql.Values(Codes(actor))} or {column("handler")} = {sql.Value(actor.Account)})");
                break;
        }
    }

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
