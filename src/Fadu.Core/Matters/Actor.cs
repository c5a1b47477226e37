using System.Collections.Immutable;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>How far an account sees.</summary>
public enum DataScope
{
    /// <summary>Matters that the account itself handles.</summary>
    OwnMatters,
    /// <summary>Its office.</summary>
    OwnOffice,
    /// <summary>Its office and those below.</summary>
    OfficeAndBelow,
    /// <summary>The whole district.</summary>
    District,
}

/// <summary>A role that an account holds: what it permits, and how far.</summary>
/// <param name="Offices">Offices in scope; ignored for <see cref="DataScope.District"/>.</param>
public sealed record HeldRole(string Role, ImmutableHashSet<string> Permissions, DataScope Scope, ImmutableHashSet<string> Offices);

/// <summary>Who acts, for which office, with which roles and scope. Every write takes one; nothing is read from the surroundings.</summary>
/// <param name="Offices">Offices in scope; ignored for <see cref="DataScope.District"/>.</param>
public sealed record Actor(
    string Region, string Account, string Name, string Office, ImmutableHashSet<string> Roles, ImmutableHashSet<string> Permissions,
    DataScope Scope, ImmutableHashSet<string> Offices)
{
    /// <summary>Its roles, each with its own reach; empty where all of them reach equally far.</summary>
    public ImmutableArray<HeldRole> Held { get; init; } = [];

    /// <summary>The system itself: lapses, sealing, demonstration.</summary>
    public static Actor System(string region) => new(
        region, "system", "系统", "system", ["system"], ["*"], DataScope.District, []);

    /// <summary>An act of the account for its office, today; the step and what it says are added by the caller.</summary>
    public ActDraft Act(DateTimeOffset at) => new() { Step = "", On = at.DayInChina(), RecordedAt = at, Account = Account, AccountName = Name, Office = Office };

    /// <summary>Whether the account holds a permission.</summary>
    public bool May(string permission) => Permissions.Contains(permission) || Permissions.Contains("*");

    /// <summary>Whether a matter of this office and handler is in scope.</summary>
    public bool Covers(string office, string? handler) => Scope switch
    {
        DataScope.District => true,
        DataScope.OwnMatters => handler == Account,
        _ => Offices.Contains(office) || handler == Account,
    };

    /// <summary>The account as far as a permission reaches: what a role permits holds in the scope of that role and no further.</summary>
    public Actor For(string permission) => NoFurtherThan(Held.Where(h => h.Permissions.Contains(permission)));

    /// <summary>Whether the account holds a permission for a matter of this office and handler.</summary>
    public bool May(string permission, string office, string? handler) => May(permission) && For(permission).Covers(office, handler);

    /// <summary>Whether one of its roles may record a step.</summary>
    public bool MayDo(Step step) => Roles.Contains("system") || step.By.Any(Roles.Contains);

    /// <summary>Whether one of its roles may record a step in a matter of this office and handler.</summary>
    public bool MayDo(Step step, string office, string? handler) => MayDo(step) && NoFurtherThan(Held.Where(h => step.By.Contains(h.Role))).Covers(office, handler);

    // Scopes lie inside one another, so the widest of some is one of them, and the narrower of two is their intersection.
    private Actor NoFurtherThan(IEnumerable<HeldRole> roles)
    {
        if (Held.IsEmpty)
        {
            return this;
        }

        var (scope, within) = roles.MaxBy(h => h.Scope) is { } widest ? (widest.Scope, widest.Offices) : (DataScope.OwnMatters, []);
        return scope < Scope ? this with { Scope = scope, Offices = within } : this;
    }
}
