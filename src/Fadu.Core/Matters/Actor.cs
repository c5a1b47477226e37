using System.Collections.Immutable;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;

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

/// <summary>Who acts, for which office, with which roles and scope. Every write takes one; nothing is read from the surroundings.</summary>
/// <param name="Offices">Offices in scope; ignored for <see cref="DataScope.District"/>.</param>
public sealed record Actor(
    string Region, string Account, string Name, string Office, ImmutableHashSet<string> Roles, ImmutableHashSet<string> Permissions,
    DataScope Scope, ImmutableHashSet<string> Offices)
{
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

    /// <summary>Whether one of its roles may record a step.</summary>
    public bool MayDo(Rules.Registers.Step step) => Roles.Contains("system") || step.By.Any(Roles.Contains);
}
