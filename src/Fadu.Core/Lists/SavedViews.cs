using Dapper;
using Fadu.Core.Matters;
using Fadu.Core.Storage;

namespace Fadu.Core.Lists;

/// <summary>A list that an account keeps under a name.</summary>
public sealed record SavedView(string Name, string Query);

/// <summary>The lists an account keeps, and the columns it chose last.</summary>
public sealed class SavedViews(Database database)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 40;
    private const string Columns = "";

    /// <summary>Views of a register in the order of their names, and the chosen columns as part of an address, empty where none were chosen.</summary>
    public async Task<(IReadOnlyList<SavedView> Views, string Columns)> OfAsync(Actor actor, string register, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = (await connection.QueryAsync<(string Name, string Query)>(
            "select name, query from saved_views where region = @Region and account = @Account and register = @register order by name",
            new { actor.Region, actor.Account, register })).ToList();
        return ([.. rows.Where(r => r.Name != Columns).Select(r => new SavedView(r.Name, r.Query))], rows.FirstOrDefault(r => r.Name == Columns).Query ?? "");
    }

    /// <summary>Keeps a view; the same name is replaced.</summary>
    public Task SaveAsync(Actor actor, string register, string name, string query, CancellationToken cancel = default) => WriteAsync(
        "insert into saved_views(region, account, register, name, query) values (@region, @account, @register, @name, @query) on conflict (region, account, register, name) do update set query = excluded.query",
        actor, register, name, query, cancel);

    /// <summary>Remembers the chosen columns.</summary>
    public Task SaveColumnsAsync(Actor actor, string register, string query, CancellationToken cancel = default) => SaveAsync(actor, register, Columns, query, cancel);

    /// <summary>Forgets a view.</summary>
    public Task DeleteAsync(Actor actor, string register, string name, CancellationToken cancel = default) => WriteAsync(
        "delete from saved_views where region = @region and account = @account and register = @register and name = @name", actor, register, name, null, cancel);

    private Task<int> WriteAsync(string sql, Actor actor, string register, string name, string? query, CancellationToken cancel) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add(sql, [("region", actor.Region), ("account", actor.Account), ("register", register), ("name", name), .. query is null ? [] : new (string, object?)[] { ("query", query) }]);
            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
}
