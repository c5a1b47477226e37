namespace Fadu.Rules.Registers;

/// <summary>Where a definition stands in the files of <c>law/</c>; every message about it names this place.</summary>
/// <param name="File">Path relative to the law folder, with forward slashes.</param>
/// <param name="Line">Line, counted from 1.</param>
public sealed record Position(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>One article of one statute.</summary>
/// <param name="Statute">Identifier of the statute, as in <c>law/statutes</c>.</param>
/// <param name="Article">Article as printed without 第…条, e.g. <c>57(2)</c> or <c>62-72</c>; empty for the statute as a whole.</param>
public sealed record Citation(string Statute, string Article);

/// <summary>The legal ground of a definition. A definition without one does not load.</summary>
/// <param name="Citations">Articles, in the order written; empty when only practice requires it.</param>
/// <param name="Unverified">The value was not seen in a source and is shown as 待核实.</param>
public sealed record Basis(IReadOnlyList<Citation> Citations, bool Unverified)
{
    /// <summary>True for <c>basis: practice</c>: no article demands it.</summary>
    public bool Practice => Citations.Count == 0;
}
