namespace Fadu.Core.Matters;

/// <summary>A row of <c>matters</c>, without what only lists need.</summary>
/// <param name="Head">Hash of its last ledger entry.</param>
/// <param name="State">State as JSON.</param>
public sealed record MatterRow(long Id, string Register, DateOnly Definition, int Version, string Head, string State);
