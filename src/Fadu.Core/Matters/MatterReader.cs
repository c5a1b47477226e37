using System.Data.Common;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>One matter as loaded.</summary>
/// <param name="Register">The version it is under.</param>
public sealed record LoadedMatter(long Id, int Version, string Head, Register Register, MatterState State);

/// <summary>Loads matters with their state.</summary>
public sealed class MatterReader(Database database, LawStore law)
{
    private const string Columns = "id, register, definition, version, head, state";

    /// <summary>The matter, or null where there is none.</summary>
    public async Task<LoadedMatter?> FindAsync(string region, long id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await FindAsync(connection, null, region, id);
    }

    internal async Task<LoadedMatter?> FindAsync(DbConnection connection, DbTransaction? transaction, string region, long id)
    {
        var row = await connection.QuerySingleOrDefaultAsync<(long Id, string Register, object Definition, int Version, string Head, string State)>(
            $"select {Columns} from matters where region = @region and id = @id", new { region, id }, transaction);
        return row.Register is null ? null : Load(row);
    }

    /// <summary>Matters by their ids, in the order asked for; those that are not there are left out.</summary>
    internal async Task<IReadOnlyList<LoadedMatter>> FindManyAsync(DbConnection connection, DbTransaction? transaction, string region, IReadOnlyList<long> ids)
    {
        Dictionary<long, LoadedMatter> found = [];
        foreach (var chunk in ids.Chunk(500))
        {
            var rows = await connection.QueryAsync<(long Id, string Register, object Definition, int Version, string Head, string State)>(
                $"select {Columns} from matters where region = @region and id {database.IsOneOf("@chunk")}", new { region, chunk = database.List(chunk) }, transaction);
            foreach (var row in rows)
            {
                found[row.Id] = Load(row);
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(i => found[i])];
    }

    /// <summary>Matters of a source system by their numbers there.</summary>
    public async Task<Dictionary<string, LoadedMatter>> FindExternalAsync(string region, string register, string source, IReadOnlyList<string> externals, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        Dictionary<string, LoadedMatter> found = new(StringComparer.Ordinal);
        foreach (var chunk in externals.Chunk(500))
        {
            var rows = await connection.QueryAsync<(long Id, string Register, object Definition, int Version, string Head, string State)>(
                database.LookUp(Columns, "matters", "region = @region and register = @register and source = @source", "external", "@chunk"),
                new { region, register, source, chunk = database.List(chunk) });
            foreach (var row in rows)
            {
                var matter = Load(row);
                found[matter.State.External!] = matter;
            }
        }

        return found;
    }

    /// <summary>Facts of the matters that this one refers to, for expressions that reach them.</summary>
    internal async Task<Func<string, long, FactRow?>?> ReferencesAsync(
        DbConnection connection, DbTransaction? transaction, string region, Register register, MatterState? state, IReadOnlyDictionary<string, object?> typed)
    {
        Dictionary<long, FactRow>? found = null;
        foreach (var field in register.Fields.Where(f => f.Type == FieldType.Reference))
        {
            var value = typed.GetValueOrDefault(field.Id) ?? state?.Values.GetValueOrDefault(field.Id);
            if (value is long id && await FindAsync(connection, transaction, region, id) is { } other)
            {
                (found ??= [])[id] = FactBuilder.Build(other.Register, other.State, law.Context(other.Register)).Row;
            }
        }

        return found is null ? null : (_, id) => found.GetValueOrDefault(id);
    }

    private LoadedMatter Load((long Id, string Register, object Definition, int Version, string Head, string State) row)
    {
        var register = law.Version(row.Register, ColumnValues.Day(row.Definition)!.Value);
        return new(row.Id, row.Version, row.Head, register, StateJson.Read(register, row.State));
    }
}
