using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>One act of a matter that is taken over, with the number its instrument already has.</summary>
public sealed record ImportedAct(string Step, DateOnly On, string? Number, IReadOnlyDictionary<string, object?> Values);

/// <summary>A matter as another system tells it: everything it knows, each time.</summary>
/// <param name="Office">Office that handles it; the register may take it from a field instead.</param>
/// <param name="OfficeGiven">The office was said, not assumed: an existing matter is moved to it.</param>
/// <param name="Acts">In order; the first one opens the matter. A value stands at the first act that sets it.</param>
public sealed record ImportedMatter(
    string Register, string Office, bool OfficeGiven, string? Number, string Source, string External, IReadOnlyList<ImportedAct> Acts);

/// <summary>What taking a matter over comes to.</summary>
public enum TakeOverKind
{
    /// <summary>A new matter.</summary>
    Added,
    /// <summary>Steps were added to a known matter, or values corrected.</summary>
    Changed,
    /// <summary>Known already as it is; nothing is written.</summary>
    Same,
    /// <summary>Something cannot be.</summary>
    Refused,
}

/// <summary>One matter taken over: worked out, not yet written.</summary>
/// <param name="Says">What refuses it, or what gates will keep as findings.</param>
/// <param name="After">The matter as it would be; null where it is refused or known.</param>
/// <param name="Write">What is to be written; null where nothing is, or where it was only tried.</param>
public sealed record TakenOver(TakeOverKind Kind, long? Id, IReadOnlyList<Refusal> Says, MatterState? After, MatterWrite? Write);
