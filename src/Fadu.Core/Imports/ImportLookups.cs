using Dapper;
using Fadu.Core.Matters;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Core.Tables;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>What names in a file refer to, asked of the store once for the file (offices, officers) or once for each group of rows (matters).</summary>
internal sealed class ImportLookups(Database database, string region, ImportLayout layout, ImportHeader header)
{
    private readonly Dictionary<string, string> offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OfficerName> officers = new(StringComparer.Ordinal);

    /// <summary>Loads offices and officers.</summary>
    public async Task LoadAsync(OfficeDirectory directory, CancellationToken cancel)
    {
        foreach (var office in directory.Of(region).Where(o => o.Active))
        {
            offices.TryAdd(office.Name, office.Code);
            offices.TryAdd(office.Code, office.Code);
            offices.TryAdd(office.Abbr, office.Code);
        }

        await using var connection = await database.OpenAsync(cancel);
        var rows = (await connection.QueryAsync<(string Certificate, string Name, object Until)>(
            "select certificate, name, valid_until from officers where region = @region", new { region })).ToList();
        foreach (var (certificate, name, until) in rows)
        {
            officers[certificate] = new(name, certificate, ColumnValues.Day(until));
        }

        // A name alone stands for an officer only where nobody else has it.
        foreach (var single in rows.GroupBy(r => r.Name).Where(g => g.Count() == 1))
        {
            officers.TryAdd(single.Key, officers[single.First().Certificate]);
        }
    }

    /// <summary>The names for a group of rows.</summary>
    public async Task<FieldTextContext> ContextAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        Dictionary<(string, string), long> matters = [];
        foreach (var column in layout.Columns.Where(c => c.Field?.Type == FieldType.Reference && c.Kind == ImportColumnKind.Value))
        {
            var numbers = rows.Select(r => CellParsing.Text(header.Cell(r.Row, column))).Where(n => n.HasValue).Select(n => n.Value!).Distinct().ToArray();
            if (numbers.Length == 0)
            {
                continue;
            }

            await using var connection = await database.OpenAsync(cancel);
            foreach (var (number, id) in await connection.QueryAsync<(string, long)>(
                database.LookUp("number, id", "matters", "region = @region and register = @register", "number", "@numbers"), new { region, register = column.Field!.Register, numbers = database.List(numbers) }))
            {
                matters[(column.Field.Register!, number)] = id;
            }
        }

        return new()
        {
            Office = name => offices.GetValueOrDefault(name),
            Officer = word => officers.GetValueOrDefault(word),
            Matter = (register, number) => matters.TryGetValue((register, number), out var id) ? id : null,
        };
    }

    /// <summary>Who holds the numbers that rows give: source and key, by number.</summary>
    public async Task<Dictionary<string, (string? Source, string? External)>> NumbersAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var numbers = rows.Select(r => r.Matter?.Number).OfType<string>().Distinct().ToArray();
        if (numbers.Length == 0)
        {
            return [];
        }

        await using var connection = await database.OpenAsync(cancel);
        var found = await connection.QueryAsync<(string Number, string? Source, string? External)>(
            database.LookUp("number, source, external", "matters", "region = @region and register = @register", "number", "@numbers"), new { region, register = layout.Register.Id, numbers = database.List(numbers) });
        return found.ToDictionary(f => f.Number, f => (f.Source, f.External), StringComparer.Ordinal);
    }

    /// <summary>Facts of the matter that a row refers to.</summary>
    public static async Task<Func<string, long, FactRow?>?> ReferencesAsync(MatterReader reader, Database database, string region, Register register, ImportedMatter matter, CancellationToken cancel)
    {
        var values = matter.Acts.SelectMany(a => a.Values).Where(v => register.Field(v.Key)?.Type == FieldType.Reference).ToDictionary(v => v.Key, v => v.Value);
        if (values.Count == 0)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancel);
        return await reader.ReferencesAsync(connection, null, region, register, null, values);
    }
}
