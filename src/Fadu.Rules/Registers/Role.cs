namespace Fadu.Rules.Registers;

/// <summary>A role: what it may do and whose matters it sees.</summary>
/// <param name="Scope">Whose matters: a word of <see cref="RoleBook.Scopes"/>.</param>
/// <param name="Permissions">Words of <see cref="RoleBook.Permissions"/>.</param>
/// <param name="Excludes">Roles that one account may not hold beside it (三员分立).</param>
public sealed record Role(
    string Id, string Title, string Scope, IReadOnlySet<string> Permissions, IReadOnlySet<string> Excludes, Basis Basis, Position Position);

/// <summary>Roles, and the permissions and scopes they are made of, each with its Chinese title.</summary>
/// <param name="Scopes">Narrowest first; the widest scope of an account's roles applies.</param>
public sealed record RoleBook(
    IReadOnlyDictionary<string, string> Permissions, IReadOnlyDictionary<string, string> Scopes, IReadOnlyDictionary<string, Role> Roles);
