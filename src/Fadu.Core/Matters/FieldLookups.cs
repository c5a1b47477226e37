using Dapper;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>A certified officer to choose from.</summary>
public sealed record OfficerChoice(string Certificate, string Name, DateOnly ValidUntil);

/// <summary>Looks up, before a form is read, what the names in it refer to.</summary>
public sealed class FieldLookups(Database database, OfficeDirectory offices)
{
    /// <summary>A context that knows the officers and matters named in the form.</summary>
    public async Task<FieldTextContext> ForAsync(Actor actor, IEnumerable<Field> fields, TypedInputs typed, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        Dictionary<(string, string), long?> matters = [];
        Dictionary<string, OfficerName> officers = [];
        foreach (var (field, texts) in fields.SelectMany(f => Named(f, typed)))
        {
            foreach (var text in texts.Select(t => t.Trim()).Where(t => t.Length > 0))
            {
                if (field.Type == FieldType.Reference)
                {
                    matters[(field.Register!, text)] = await MatterAsync(connection, actor, field.Register!, text);
                }
                else
                {
                    foreach (var row in await connection.QueryAsync<(string Certificate, string Name, object Until)>(
                        "select certificate, name, valid_until from officers where region = @Region and certificate = @text", new { actor.Region, text }))
                    {
                        officers[text] = new(row.Name, row.Certificate, ColumnValues.Day(row.Until));
                    }
                }
            }
        }

        return FieldTextContext.Of(offices, actor.Region) with
        {
            Officer = officers.GetValueOrDefault,
            Matter = (register, text) => matters.GetValueOrDefault((register, text)),
        };
    }

    /// <summary>Officers of an office whose certificates are in use.</summary>
    public async Task<IReadOnlyList<OfficerChoice>> OfficersAsync(string region, IEnumerable<string> of, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var sql = new SqlQuery(database);
        sql.Add($"select certificate, name, valid_until from officers where region = {sql.Value(region)} and active = {sql.Value(true)} and office in {sql.Values(of.Distinct())} order by name, certificate limit 300");
        return await sql.ReadAsync(connection, r => new OfficerChoice(r.GetString(0), r.GetString(1), ColumnValues.Day(r.GetValue(2))!.Value), cancel);
    }

    private static IEnumerable<(Field Field, IEnumerable<string> Texts)> Named(Field field, TypedInputs typed)
    {
        var input = FieldForm.InputOf(field.Id);
        if (field.Type is FieldType.Reference or FieldType.Officer or FieldType.Officers)
        {
            yield return (field, typed.All(input).Concat(typed.All(input + ".more").SelectMany(m => m.Split(['、', ',', '，', ';', '；']))));
        }

        foreach (var column in field.Columns.Where(c => c.Type is FieldType.Reference or FieldType.Officer or FieldType.Officers))
        {
            yield return (column, Enumerable.Range(0, typed.Rows(input)).SelectMany(i => typed.All($"{input}[{i}].{column.Id}")));
        }
    }

    private static async Task<long?> MatterAsync(System.Data.Common.DbConnection connection, Actor actor, string register, string text)
    {
        var rows = await connection.QueryAsync<(long Id, string Office, string? Handler)>(
            "select id, office, handler from matters where region = @Region and register = @register and (number = @text or id = @id)",
            new { actor.Region, register, text, id = long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : -1 });
        // A matter of another office may be referred to by its number: the number is printed on the document at hand.
        return rows.Select(r => (long?)r.Id).FirstOrDefault();
    }
}
