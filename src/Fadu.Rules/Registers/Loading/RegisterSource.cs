namespace Fadu.Rules.Registers.Loading;

/// <summary>One register version as text, with its overlays merged in.</summary>
/// <param name="Statutes">Statute meant by bare article numbers, by file, for the overlays that name one.</param>
internal sealed record RegisterSource(
    string Id, string Module, DateOnly InForce, LawMap Map, IReadOnlyList<string> Overlays, IReadOnlyDictionary<string, LawText> Statutes);
