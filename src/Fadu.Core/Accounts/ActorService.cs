using System.Collections.Immutable;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;

namespace Fadu.Core.Accounts;

/// <summary>A session as it stands at a request.</summary>
/// <param name="MustChangePassword">Nothing but changing the password may be done.</param>
public sealed record Session(Actor Actor, bool MustChangePassword);

/// <summary>Turns an account into what it may do: permissions by the table of roles, scope by the widest grant.</summary>
public sealed class ActorService(AccountService accounts, LawStore law, OfficeDirectory offices)
{
    /// <summary>The actor of an account, or null where the account is gone or its session has ended.</summary>
    /// <param name="stamp">Stamp of the session; null skips the check.</param>
    public async Task<Actor?> FindAsync(string account, string? stamp, CancellationToken cancel = default) => (await OpenAsync(account, stamp, cancel))?.Actor;

    /// <summary>The actor of a session with what holds for the session itself.</summary>
    public async Task<Session?> OpenAsync(string account, string? stamp, CancellationToken cancel = default)
    {
        if (await accounts.FindAsync(account, cancel) is not { Active: true } found || (stamp is not null && stamp != found.Stamp))
        {
            return null;
        }

        var grants = await accounts.GrantsAsync(found.Region, found.Id, cancel);
        var roles = grants.Select(g => g.Role).ToImmutableHashSet();
        var permissions = roles.SelectMany(r => law.Current.Roles.Roles.TryGetValue(r, out var role) ? role.Permissions : ImmutableHashSet<string>.Empty).ToImmutableHashSet();
        var scope = grants.Select(g => ScopeOf(g.Scope)).DefaultIfEmpty(DataScope.OwnMatters).Max();
        var visible = scope == DataScope.OfficeAndBelow ? offices.AndBelow(found.Region, found.Office) : [found.Office];
        return new(
            new(found.Region, found.Id, found.Name, found.Office, roles, permissions, scope, scope == DataScope.OwnMatters ? [] : visible),
            accounts.MustChange(found));
    }

    /// <summary>Scope by its word in <c>law/roles.yaml</c> and in grants.</summary>
    public static DataScope ScopeOf(string word) => word switch
    {
        "district" => DataScope.District,
        "office-and-below" => DataScope.OfficeAndBelow,
        "own-office" => DataScope.OwnOffice,
        "own-matters" => DataScope.OwnMatters,
        _ => throw new InvalidOperationException($"unknown scope {word}"),
    };
}
