using System.Collections.Concurrent;
using Dapper;
using Fadu.Core.Districts;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Core.Law;

/// <summary>The law in force here: definitions with the district's overlays and the values it has set for parameters.</summary>
public sealed class LawStore
{
    private readonly Func<CancellationToken, Task<Rules.Registers.Law>> load;
    private volatile Loaded loaded;

    private LawStore(Rules.Registers.Law law, Func<CancellationToken, Task<Rules.Registers.Law>> load) => (loaded, this.load) = (new(law), load);

    /// <summary>All definitions.</summary>
    public Rules.Registers.Law Current => loaded.Law;

    /// <summary>A store over definitions that are already loaded.</summary>
    public static LawStore Of(Rules.Registers.Law law) => new(law, _ => Task.FromResult(law));

    /// <summary>Loads the definitions of a district: the platform's, its overlays, its own files in <c>data/law</c>, its parameters.</summary>
    /// <exception cref="StoreException">A definition is wrong.</exception>
    public static async Task<LawStore> LoadAsync(Database database, District district, FaduOptions options, CancellationToken cancel)
    {
        async Task<Rules.Registers.Law> Load(CancellationToken c)
        {
            var files = LawFolder.Read(options.Law).Concat(LawFolder.Read(Path.Combine(options.Data, "law")));
            var result = LawLoader.Load(files, district.Overlays, await ParametersAsync(database, district.Region));
            return result.Law ?? throw new StoreException(
                $"制度定义有{result.Errors.Count}处错误，不能启动：\n{string.Join('\n', result.Errors.Take(50))}\n", "请按提示修改 law 目录下的文件");
        }

        return new(await Load(cancel), Load);
    }

    /// <summary>Reads everything again, after a parameter was changed.</summary>
    public async Task ReloadAsync(CancellationToken cancel = default) => loaded = new(await load(cancel));

    /// <summary>The version under which a matter opened on a day is handled.</summary>
    public Register Opening(string register, DateOnly on) => Current.At(register, on);

    /// <summary>A version by its in-force date; the version then in force where that one is gone.</summary>
    public Register Version(string register, DateOnly inForce) => Current.Version(register, inForce) ?? Current.At(register, inForce);

    /// <summary>Name of an office, for the titles of matters.</summary>
    public Func<string, string>? OfficeName { get; set; }

    /// <summary>What the procedure of a register needs.</summary>
    public ProcedureContext Context(Register register) => loaded.Contexts.GetOrAdd(
        (register.Id, register.InForce),
        _ => new(Current.Calendar, Counting, register.Parameters.ToDictionary(p => p.Key, p => p.Value.Value)) { Office = OfficeName });

    /// <summary>Titles of roles, for refusals.</summary>
    public string RoleTitles(IEnumerable<string> roles) =>
        string.Join("、", roles.Select(r => Current.Roles.Roles.TryGetValue(r, out var role) ? role.Title : r));

    /// <summary>A basis as a citation in Chinese.</summary>
    public string Cite(Basis basis) => Current.Cite(basis);

    private DayCountingRule Counting(string statute) =>
        Current.Statutes.TryFind(statute, out var found) ? found.Days ?? DayCountingRule.CivilCode : DayCountingRule.CivilCode;

    private static async Task<Dictionary<string, object>> ParametersAsync(Database database, string region)
    {
        await using var connection = await database.OpenAsync();
        var rows = await connection.QueryAsync<(string Register, string Parameter, string Value)>(
            "select register, parameter, value from parameters where region = @region order by at", new { region });
        Dictionary<string, object> values = [];
        foreach (var (register, parameter, value) in rows)
        {
            values[$"{register}.{parameter}"] = value;
        }

        return values;
    }

    private sealed record Loaded(Rules.Registers.Law Law)
    {
        public ConcurrentDictionary<(string, DateOnly), ProcedureContext> Contexts { get; } = new();
    }
}
