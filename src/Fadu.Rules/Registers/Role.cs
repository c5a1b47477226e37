namespace Fadu.Rules.Registers;

/// <summary>A role: what it may do and whose matters it sees.</summary>
/// <param name="Permissions">Permissions by name, as the host's table of routes uses them.</param>
/// <param name="Scope">Whose matters: own matters, own office, office and below, or the whole district, by the word of <c>law/roles.yaml</c>.</param>
public sealed record Role(string Id, string Title, IReadOnlySet<string> Permissions, string Scope, Position Position);

/// <summary>A menu group.</summary>
public sealed record Module(string Id, string Title);

/// <summary>A region with rules of its own.</summary>
/// <param name="Code">Region code (GB/T 2260), six digits.</param>
/// <param name="Parent">Region whose overlay comes first, or none.</param>
public sealed record Region(string Id, string Title, string Code, string? Parent, Position Position);
