namespace Fadu.Rules.Registers;

/// <summary>A menu group.</summary>
public sealed record Module(string Id, string Title);

/// <summary>A region with rules of its own.</summary>
/// <param name="Code">Region code (GB/T 2260), six digits.</param>
/// <param name="Parent">Region whose overlay comes first, or none.</param>
public sealed record Region(string Id, string Title, string Code, string? Parent, Position Position);
