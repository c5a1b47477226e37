using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Offices;

/// <summary>An office of the district.</summary>
/// <param name="Abbr">代字 used in numbers.</param>
/// <param name="Kind"><c>government</c>, <c>department</c>, <c>township</c>, <c>street</c>, <c>village</c>, <c>court</c> or <c>other</c>.</param>
/// <param name="Powers">Number of enforcement powers in its list.</param>
/// <param name="CreditCode">统一社会信用代码 (GB 32100), by which other systems know it; none = not yet entered.</param>
public sealed record Office(string Code, string Name, string Abbr, string Kind, string? Parent, int Powers, int Position, bool Active, string? CreditCode = null);

/// <summary>Offices and certified officers, kept in memory and reloaded when they change.</summary>
public sealed class OfficeDirectory(Database database)
{
    private ImmutableDictionary<string, ImmutableArray<Office>> byRegion = ImmutableDictionary<string, ImmutableArray<Office>>.Empty;

    /// <summary>Reads the offices again.</summary>
    public async Task ReloadAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(string Region, string Code, string Name, string Abbr, string Kind, string? Parent, int Powers, int Position, object Active, string? CreditCode)>(
            "select region, code, name, abbr, kind, parent, powers, position, active, credit_code from offices order by region, position, code");
        byRegion = rows.GroupBy(r => r.Region).ToImmutableDictionary(
            g => g.Key, g => g.Select(r => new Office(r.Code, r.Name, r.Abbr, r.Kind, r.Parent, r.Powers, r.Position, ColumnValues.YesNo(r.Active) ?? true, r.CreditCode)).ToImmutableArray());
    }

    /// <summary>Adds the statement that stores an office, new or changed.</summary>
    public static void AddTo(SqlBatch batch, string region, Office office) => batch.Add(
        """
        insert into offices(region, code, name, abbr, kind, parent, powers, position, active, credit_code) values (@region, @code, @name, @abbr, @kind, @parent, @powers, @position, @active, @credit)
        on conflict (region, code) do update set name = excluded.name, abbr = excluded.abbr, kind = excluded.kind, parent = excluded.parent, powers = excluded.powers, position = excluded.position, active = excluded.active, credit_code = excluded.credit_code
        """,
        ("region", region), ("code", office.Code), ("name", office.Name), ("abbr", office.Abbr), ("kind", office.Kind), ("parent", office.Parent),
        ("powers", office.Powers), ("position", office.Position), ("active", office.Active), ("credit", office.CreditCode));

    /// <summary>All offices of a region in order.</summary>
    public ImmutableArray<Office> Of(string region) => byRegion.GetValueOrDefault(region, []);

    /// <summary>Offices that an account sees, in order.</summary>
    public IEnumerable<Office> SeenBy(Actor actor) => Of(actor.Region).Where(o => actor.Scope == DataScope.District || actor.Offices.Contains(o.Code));

    /// <summary>The office with this code, or none.</summary>
    public Office? Find(string region, string code) => Of(region).FirstOrDefault(o => o.Code == code);

    /// <summary>The office with this name or code, as written in imports.</summary>
    public Office? FindByName(string region, string name) => Of(region).FirstOrDefault(o => o.Name == name || o.Code == name);

    /// <summary>Name to show; the code itself where the office is unknown.</summary>
    public string Name(string region, string code) => Find(region, code)?.Name ?? code;

    /// <summary>代字 for numbers.</summary>
    public string Abbr(string region, string code) => Find(region, code)?.Abbr ?? "";

    /// <summary>An office and all below it.</summary>
    public ImmutableHashSet<string> AndBelow(string region, string code)
    {
        var all = Of(region);
        var found = ImmutableHashSet.Create(code);
        int before;
        do
        {
            before = found.Count;
            found = found.Union(all.Where(o => o.Parent is not null && found.Contains(o.Parent)).Select(o => o.Code));
        }
        while (found.Count > before);
        return found;
    }

    /// <summary>Fills in until when the certificates of the named officers are valid.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> WithCertificatesAsync(
        DbConnection connection, DbTransaction? transaction, string region, Register register, IReadOnlyDictionary<string, object?> values)
    {
        Dictionary<string, object?>? filled = null;
        foreach (var (id, value) in values)
        {
            if (register.Field(id)?.Type == FieldType.Officers && value is IReadOnlyList<OfficerName> officers && officers.Any(o => o.Certificate is not null && o.Until is null))
            {
                var until = (await connection.QueryAsync<(string Certificate, object Until)>(
                    $"select certificate, valid_until from officers where region = @region and certificate {database.IsOneOf("@certificates")}",
                    new { region, certificates = database.List(officers.Select(o => o.Certificate).OfType<string>()) }, transaction))
                    .ToDictionary(r => r.Certificate, r => ColumnValues.Day(r.Until));
                filled ??= new(values, StringComparer.Ordinal);
                filled[id] = officers.Select(o => o.Until is null && o.Certificate is { } c && until.GetValueOrDefault(c) is { } day ? o with { Until = day } : o).ToList();
            }
        }

        return filled ?? values;
    }
}
