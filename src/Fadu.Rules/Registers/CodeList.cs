namespace Fadu.Rules.Registers;

/// <summary>One code of a list.</summary>
/// <param name="Id">Identifier used in YAML, tables and tests.</param>
/// <param name="Title">Chinese words shown and printed.</param>
/// <param name="Groups">Named subsets this code belongs to.</param>
/// <param name="Aliases">Further words understood when importing.</param>
/// <param name="Points">Points of a score sheet item.</param>
/// <param name="Veto">A veto item of a score sheet.</param>
/// <param name="From">First day in use; none = always.</param>
/// <param name="To">Last day in use; none = still.</param>
public sealed record Code(
    string Id, string Title, IReadOnlySet<string> Groups, IReadOnlyList<string> Aliases,
    int? Points, bool Veto, DateOnly? From, DateOnly? To, Basis? Basis);

/// <summary>A list of codes; the order is meaningful (light to heavy, first to last).</summary>
public sealed record CodeList(string Id, string Title, Basis? Basis, IReadOnlyList<Code> Codes, Position Position)
{
    private readonly Dictionary<string, Code> byId = Codes.ToDictionary(c => c.Id);

    /// <summary>Names of all groups used by the codes.</summary>
    public IReadOnlySet<string> Groups { get; } = Codes.SelectMany(c => c.Groups).ToHashSet();

    /// <summary>The code with this identifier, or none.</summary>
    public Code? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Identifiers of the codes in a group, in list order.</summary>
    public IReadOnlyList<string> InGroup(string group) => [.. Codes.Where(c => c.Groups.Contains(group)).Select(c => c.Id)];

    /// <summary>Position in the list, or -1; the heavier penalty kind has the larger rank.</summary>
    public int Rank(string id)
    {
        for (var i = 0; i < Codes.Count; i++)
        {
            if (Codes[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
