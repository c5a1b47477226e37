using System.Collections.Concurrent;
using System.Data.Common;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;

namespace Fadu.Core.Lists;

/// <summary>How common each pair of characters is in a register, by some hundred matters spread over all its days. It decides which way a search takes, never what it finds.</summary>
internal sealed class PairShares
{
    private const int Days = 40;
    private const int OfADay = 12;
    private const int MostChinese = 2;

    private readonly Dictionary<string, int> matters = new(StringComparer.Ordinal);
    private int sampled;
    private bool isMostOfTheStore;

    private PairShares()
    {
    }

    /// <summary>The pairs that the index is asked for, rarest first; the others are asked of the rows.</summary>
    public IReadOnlyList<string> Asked(IReadOnlyList<string> pairs)
    {
        var chinese = 0;
        return [.. pairs.OrderBy(Share).Where((p, i) => i == 0 || (Share(p) < SearchEffort.Dear && (!SearchWords.IsWrittenInOneWay(p) || ++chinese <= MostChinese)))];
    }

    /// <summary>The register to ask the index for, where that narrows a search.</summary>
    public string? Narrowing(string register) => isMostOfTheStore ? null : register;

    /// <summary>About so large a part of the matters has all of them: pairs of one Chinese word come together, those of digits and letters by chance. 0 where none of the sample has one of them.</summary>
    public double Of(IReadOnlyList<string> pairs) =>
        pairs.Where(SearchWords.IsWrittenInOneWay).Select(Share).DefaultIfEmpty(1).Min() * pairs.Where(p => !SearchWords.IsWrittenInOneWay(p)).Aggregate(1d, (all, p) => all * Share(p));

    private double Share(string pair) => sampled == 0 ? 0 : (double)matters.GetValueOrDefault(pair) / sampled;

    /// <summary>Samples a register.</summary>
    /// <param name="texts">Columns that hold what is searched.</param>
    public static async Task<PairShares> OfAsync(Database database, DbConnection connection, string region, FactTable table, IReadOnlyList<string> texts, CancellationToken cancel)
    {
        var bounds = new SqlQuery(database);
        bounds.Add($"select (select min(opened_on) from {table.Name} where region = {bounds.Value(region)}), (select max(opened_on) from {table.Name} where region = {bounds.Value(region)})");
        var shares = new PairShares();
        if ((await bounds.ReadAsync(connection, r => (From: ColumnValues.Day(r.GetValue(0)), Until: ColumnValues.Day(r.GetValue(1))), cancel))[0] is not ({ } from, { } until))
        {
            return shares;
        }

        var sql = new SqlQuery(database);
        for (var i = 0; i < Days; i++)
        {
            var day = DateOnly.FromDayNumber(from.DayNumber + (int)((long)(until.DayNumber - from.DayNumber) * i / Days));
            sql.Add($"{(i == 0 ? "" : " union all ")}select * from (select {database.Joined(texts.Select(t => "f." + t))} from {table.Name} f where f.region = {sql.Value(region)} and f.opened_on >= {sql.Value(day)} order by f.opened_on, f.matter_id limit {OfADay}) s{i}");
        }

        foreach (var text in await sql.ReadAsync(connection, r => r.GetString(0), cancel))
        {
            shares.sampled++;
            foreach (var pair in SearchWords.Pairs(text, SearchWords.LongestText))
            {
                shares.matters[pair] = shares.matters.GetValueOrDefault(pair) + 1;
            }
        }

        shares.isMostOfTheStore = await database.IsMostOfTheStoreAsync(connection, table.Name, cancel);
        return shares;
    }

    /// <summary>The samples of all registers, each drawn again from time to time.</summary>
    internal sealed class Kept(Database database, TimeProvider time)
    {
        private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);
        private readonly ConcurrentDictionary<string, (DateTimeOffset At, PairShares Shares)> kept = new(StringComparer.Ordinal);

        public async Task<PairShares> OfAsync(DbConnection connection, string region, FactTable table, IReadOnlyList<string> texts, CancellationToken cancel)
        {
            var now = time.GetUtcNow();
            if (kept.TryGetValue(table.Name, out var known) && now - known.At < Age)
            {
                return known.Shares;
            }

            var drawn = await PairShares.OfAsync(database, connection, region, table, texts, cancel);
            kept[table.Name] = (now, drawn);
            return drawn;
        }
    }
}
