using Fadu.Rules.Procedures;

namespace Fadu.Core.Replays;

/// <summary>Offices and officers from which a replay takes its people.</summary>
/// <param name="place">Short name put before invented firms and addresses.</param>
/// <param name="groups">Offices by the word that stands for them in a recipe: <c>departments</c>, <c>towns</c>, <c>all</c>.</param>
public sealed class ReplayDistrict(string place, IReadOnlyDictionary<string, IReadOnlyList<OfficerName>> officers, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    /// <summary>Codes of offices as a recipe names them.</summary>
    internal IReadOnlyList<string> Offices(Recipe recipe) => [.. recipe.Offices.SelectMany(o =>
        groups.TryGetValue(o, out var group) ? group
        : groups["all"].Contains(o) ? [o]
        : throw new StoreException($"{recipe.Place}：没有代码为“{o}”的单位", "请写单位代码，或者 departments、towns、all"))];

    /// <summary>Short name.</summary>
    public string Place { get; } = place;

    /// <summary>Two officers of an office whose certificates are valid on a day; offices without officers borrow from the first that has some.</summary>
    internal List<OfficerName> Officers(string office, Random random, DateOnly on)
    {
        var all = officers.GetValueOrDefault(office) is { Count: > 1 } own ? own : officers.Values.First(o => o.Count > 1);
        var valid = all.Where(o => o.CertifiedOn(on)).ToList();
        var first = random.Next(valid.Count);
        return [valid[first], valid[(first + 1 + random.Next(valid.Count - 1)) % valid.Count]];
    }
}
