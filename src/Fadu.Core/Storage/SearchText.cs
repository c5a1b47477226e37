namespace Fadu.Core.Storage;

/// <summary>Words of the search index by <see cref="SearchWords.Index"/>, as a value of its column.</summary>
public sealed record SearchText(string Words);
