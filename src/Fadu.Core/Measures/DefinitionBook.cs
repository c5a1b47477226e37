using System.Data.Common;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Measures;

namespace Fadu.Core.Measures;

/// <summary>One choice of a definition, as it was made.</summary>
/// <param name="Office">Empty for the whole district.</param>
public sealed record DefinitionChoice(string Measure, string Office, int Year, string Definition, string Reason, string AccountName, DateTimeOffset At);

/// <summary>The definitions chosen per office and year (口径库). A choice is an act with a reason; an earlier one stays on record.</summary>
public sealed class DefinitionBook(Database database, LawStore law, OfficeDirectory offices, TimeProvider time)
{
    /// <summary>What counts in a year.</summary>
    public async Task<DefinitionChoices> OfYearAsync(string region, int year, CancellationToken cancel = default)
    {
        Dictionary<string, string> district = [];
        Dictionary<(string, string), string> own = [];
        foreach (var choice in await ReadAsync(region, "c.year = @year", new { region, year }, cancel))
        {
            if (choice.Office.Length == 0)
            {
                district[choice.Measure] = choice.Definition;
            }
            else
            {
                own[(choice.Office, choice.Measure)] = choice.Definition;
            }
        }

        return new(district, own);
    }

    /// <summary>All choices ever made for a measure, newest first.</summary>
    public async Task<IReadOnlyList<DefinitionChoice>> HistoryAsync(string region, string measure, CancellationToken cancel = default) =>
        [.. (await ReadAsync(region, "c.measure = @measure", new { region, measure }, cancel)).Reverse()];

    /// <summary>Chooses a definition; returns what is wrong, or null when it is chosen. Choosing what counts already writes nothing.</summary>
    public async Task<string?> ChooseAsync(string measure, string office, int year, string definition, string reason, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May("measures.define"))
        {
            return "您的角色不能选定口径，请由司法局负责人办理。";
        }

        if (!law.Current.Measures.TryGetValue(measure, out var found) || found.Definition(definition) is null)
        {
            return $"指标“{measure}”没有“{definition}”这个口径，请从列出的口径中选择。";
        }

        if (office.Length > 0 && offices.Find(actor.Region, office) is null)
        {
            return $"没有代码为“{office}”的单位，请从列表中选择。";
        }

        if (reason.Trim().Length == 0)
        {
            return "请写明选定该口径的理由，报告会注明口径。";
        }

        var choices = await OfYearAsync(actor.Region, year, cancel);
        if ((office.Length == 0 ? choices.District.GetValueOrDefault(measure) : choices.Offices.GetValueOrDefault((office, measure))) == definition)
        {
            return null;
        }

        await database.WriteAsync((connection, transaction) => AddAsync(connection, transaction, new(measure, office, year, definition, reason.Trim(), actor.Account, time.GetUtcNow()), actor.Region, cancel), cancel);
        return null;
    }

    private Task<int> AddAsync(DbConnection connection, DbTransaction transaction, DefinitionChoice choice, string region, CancellationToken cancel)
    {
        var batch = new SqlBatch(database);
        batch.Add(
            "insert into choices(region, measure, office, year, definition, reason, account, at) values (@region, @measure, @office, @year, @definition, @reason, @account, @at)",
            ("region", region), ("measure", choice.Measure), ("office", choice.Office), ("year", choice.Year), ("definition", choice.Definition),
            ("reason", choice.Reason), ("account", choice.AccountName), ("at", choice.At));
        return batch.ExecuteAsync(connection, transaction, cancel);
    }

    private async Task<IEnumerable<DefinitionChoice>> ReadAsync(string region, string condition, object parameters, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(string Measure, string Office, object Year, string Definition, string Reason, string Account, string? Name, object At)>(
            $"select c.measure, c.office, c.year, c.definition, c.reason, c.account, a.name, c.at from choices c left join accounts a on a.region = c.region and a.id = c.account where c.region = @region and {condition} order by c.at",
            parameters);
        return rows.Select(r => new DefinitionChoice(
            r.Measure, r.Office, Convert.ToInt32(r.Year, System.Globalization.CultureInfo.InvariantCulture), r.Definition, r.Reason, r.Name ?? r.Account, ColumnValues.Time(r.At)!.Value));
    }
}
