namespace Fadu.Core.Storage;

/// <summary>What the search index is asked for.</summary>
/// <param name="Pairs">All of these, by <see cref="SearchWords.Pairs"/>.</param>
/// <param name="Register">Matters of this register; none = of any.</param>
/// <param name="Offices">Matters of one of these offices; none = of any.</param>
public sealed record SearchQuestion(IReadOnlyList<string> Pairs, string? Register, IReadOnlyList<string> Offices)
{
    /// <summary>As the parameter of a database.</summary>
    /// <param name="marks">Further marks, one of which the matter has; none = whatever it has.</param>
    public string Of(Database database, IEnumerable<string> marks) => SearchWords.Query(database, Pairs, [.. Offices.Select(SearchMarks.Office)], [.. marks]);
}
