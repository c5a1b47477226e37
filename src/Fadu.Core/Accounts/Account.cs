namespace Fadu.Core.Accounts;

/// <summary>A person who signs in.</summary>
/// <param name="Stamp">Changes with password, roles and lock: older sessions end.</param>
public sealed record Account(
    string Region, string Id, string Login, string Name, string Office, string? Mobile, bool MustChange, int Failed, DateTimeOffset? LockedUntil,
    DateTimeOffset PasswordAt, string Stamp, bool Active);

/// <summary>What came of an attempt to sign in.</summary>
public abstract record SignInOutcome
{
    /// <summary>Signed in.</summary>
    public sealed record Ok(Account Account) : SignInOutcome;

    /// <summary>Refused; the words never tell whether the account exists.</summary>
    public sealed record Refused(string Says) : SignInOutcome;
}

/// <summary>Rules for passwords and sessions (GB/T 22239-2019, 8.1.4.1); values are the district's to change in <c>appsettings</c>.</summary>
public sealed record AccountRules
{
    /// <summary>Least length of a password.</summary>
    public int MinimumLength { get; init; } = 10;
    /// <summary>Classes of characters it must hold, of lower, upper, digit, other.</summary>
    public int CharacterClasses { get; init; } = 3;
    /// <summary>Days after which it must be changed.</summary>
    public int MaximumAgeDays { get; init; } = 90;
    /// <summary>Old passwords that may not be used again.</summary>
    public int History { get; init; } = 5;
    /// <summary>Failures after which the account is locked.</summary>
    public int FailuresBeforeLock { get; init; } = 5;
    /// <summary>Minutes for which it stays locked.</summary>
    public int LockMinutes { get; init; } = 15;
    /// <summary>Minutes without a request after which a session ends.</summary>
    public int IdleMinutes { get; init; } = 30;
}
