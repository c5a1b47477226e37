using System.Globalization;
using Dapper;
using Fadu.Core.Storage;

namespace Fadu.Core.Districts;

/// <summary>The district that a store belongs to.</summary>
/// <param name="Region">行政区划代码, six digits.</param>
/// <param name="Name">Full name of the government, e.g. 青川区人民政府.</param>
/// <param name="Short">Short name, e.g. 青川区.</param>
/// <param name="Overlays">Regions whose rules are added.</param>
/// <param name="Demonstration">Filled with invented matters: pages say so.</param>
/// <param name="DaysBehind">By how many days the calendar of a demonstration is behind.</param>
public sealed record District(string Region, string Name, string Short, IReadOnlyList<string> Overlays, bool Demonstration, int DaysBehind = 0)
{
    /// <summary>Reads the district of a store, or null where it is not set up.</summary>
    public static async Task<District?> ReadAsync(Database database, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var meta = (await connection.QueryAsync<(string Key, string Value)>("select key, value from meta")).ToDictionary(r => r.Key, r => r.Value);
        return meta.TryGetValue("region", out var region)
            ? new(region, meta["district"], meta["district-short"], meta["overlays"].Split(',', StringSplitOptions.RemoveEmptyEntries), meta.ContainsKey("demonstration"),
                int.Parse(meta.GetValueOrDefault("days-behind", "0"), CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Writes the district into a new store.</summary>
    public Task WriteAsync(Database database, CancellationToken cancel = default) => database.WriteAsync(async (connection, transaction) =>
    {
        var batch = new SqlBatch(database);
        List<(string, string)> values = [("region", Region), ("district", Name), ("district-short", Short), ("overlays", string.Join(',', Overlays))];
        if (Demonstration)
        {
            values.Add(("demonstration", "true"));
            values.Add(("days-behind", DaysBehind.ToString(CultureInfo.InvariantCulture)));
        }

        foreach (var (key, value) in values)
        {
            batch.SetMeta(key, value);
        }

        return await batch.ExecuteAsync(connection, transaction, cancel);
    }, cancel);
}
