using System.Collections.Immutable;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;

namespace Fadu.Core.Accounts;

/// <summary>A session as it stands at a request.</summary>
/// <param name="MustChangePassword">Nothing but changing the password may be done.</param>
public sealed record Session(Actor Actor, bool MustChangePassword);

/// <summary>Turns an account into what it may do: permissions by the table of roles, each as far as the role that gives it.</summary>
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
        ImmutableArray<HeldRole> held = [.. grants.Select(g => Hold(found, g.Role, ScopeOf(g.Scope)))];
        var widest = held.MaxBy(h => h.Scope);
        return new(
            new(found.Region, found.Id, found.Name, found.Office, [.. held.Select(h => h.Role)], [.. held.SelectMany(h => h.Permissions)], widest?.Scope ?? DataScope.OwnMatters, widest?.Offices ?? []) { Held = held },
            accounts.MustChange(found));
    }

    private HeldRole Hold(Account account, string role, DataScope scope) => new(
        role, law.Current.Roles.Roles.TryGetValue(role, out var found) ? [.. found.Permissions] : [], scope, scope switch
        {
            DataScope.OwnMatters => [],
            DataScope.OfficeAndBelow => [.. offices.AndBelow(account.Region, account.Office)],
            _ => [account.Office],
        });

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
