using System.Data.Common;
using Dapper;
using Fadu.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace Fadu.Core.Accounts;

/// <summary>Accounts, passwords, locks and the record of sign-ins.</summary>
public sealed class AccountService(Database database, TimeProvider time, AccountRules rules)
{
    private const string Refusal = "登录名或者密码不正确";
    private static readonly PasswordHasher<string> Hasher = new();
    private static readonly string NoHash = Hasher.HashPassword("", Guid.NewGuid().ToString());

    /// <summary>Rules in force.</summary>
    public AccountRules Rules => rules;

    /// <summary>Checks a password; locks after too many failures; writes each attempt down.</summary>
    public Task<SignInOutcome> SignInAsync(string login, string password, string? address, CancellationToken cancel = default) =>
        database.WriteAsync<SignInOutcome>(async (connection, transaction) =>
        {
            var now = time.GetUtcNow();
            var found = await FindAsync(connection, transaction, "login = @key", login);
            var hash = found is null ? NoHash : await connection.QuerySingleAsync<string>(
                "select password_hash from accounts where region = @Region and id = @Id", new { found.Region, found.Id }, transaction);
            // The same work for unknown names: the time must not tell which accounts exist.
            var right = Hasher.VerifyHashedPassword("", hash, password) != PasswordVerificationResult.Failed;
            var result = Judge(found, right, now);
            await NoteAsync(connection, transaction, found, login, address, result is SignInOutcome.Ok ? "ok" : found?.LockedUntil > now ? "locked" : "refused", now);
            if (found is { Active: true } && !(found.LockedUntil > now))
            {
                await CountAsync(connection, transaction, found, right, now);
            }

            return result;
        }, cancel);

    /// <summary>The account, or null.</summary>
    public async Task<Account?> FindAsync(string id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await FindAsync(connection, null, "id = @key", id);
    }

    /// <summary>Roles with scopes of an account.</summary>
    public async Task<IReadOnlyList<(string Role, string Scope)>> GrantsAsync(string region, string account, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. await connection.QueryAsync<(string, string)>("select role, scope from grants where region = @region and account = @account order by role", new { region, account })];
    }

    /// <summary>Changes a password; returns what is wrong with it, empty when it was changed.</summary>
    public Task<IReadOnlyList<string>> ChangePasswordAsync(Account account, string? current, string fresh, bool mustChange = false, CancellationToken cancel = default) =>
        database.WriteAsync<IReadOnlyList<string>>(async (connection, transaction) =>
        {
            List<string> faults = [.. PasswordRules.Check(rules, account.Login, fresh)];
            var key = new { account.Region, account.Id, rules.History };
            var hash = await connection.QuerySingleAsync<string>("select password_hash from accounts where region = @Region and id = @Id", key, transaction);
            if (current is not null && Hasher.VerifyHashedPassword("", hash, current) == PasswordVerificationResult.Failed)
            {
                faults.Add("现用密码不正确");
            }

            var old = await connection.QueryAsync<string>("select password_hash from old_passwords where region = @Region and account = @Id order by since desc limit @History", key, transaction);
            if (old.Append(hash).Any(h => Hasher.VerifyHashedPassword("", h, fresh) != PasswordVerificationResult.Failed))
            {
                faults.Add($"新密码不能与最近{rules.History}次用过的密码相同");
            }

            if (faults.Count == 0)
            {
                var batch = new SqlBatch(database);
                AddPassword(batch, account.Region, account.Id, fresh, mustChange);
                if (current is not null)
                {
                    var self = Matters.Actor.System(account.Region) with { Account = account.Id, Name = account.Name, Office = account.Office };
                    AccountChanges.Add(batch, time, self, null, account.Id, account.Name, "password-changed", "本人修改");
                }

                await batch.ExecuteAsync(connection, transaction, cancel);
            }

            return faults;
        }, cancel);

    /// <summary>All accounts of a region by login.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(string region, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. (await connection.QueryAsync<Row>($"select {Columns} from accounts where region = @region order by login", new { region })).Select(r => r.ToAccount())];
    }

    /// <summary>Whether the password has to be changed before anything else: it was handed over, or it is too old.</summary>
    public bool MustChange(Account account) => account.MustChange || account.PasswordAt.AddDays(rules.MaximumAgeDays) < time.GetUtcNow();

    /// <summary>Adds the statements that replace a password; the old one is kept for comparison, sessions end.</summary>
    public void AddPassword(SqlBatch batch, string region, string account, string password, bool mustChange)
    {
        var now = time.GetUtcNow();
        batch.Add("insert into old_passwords(region, account, password_hash, since) select region, id, password_hash, @now from accounts where region = @region and id = @id",
            ("region", region), ("id", account), ("now", now));
        batch.Add(
            "update accounts set password_hash = @hash, must_change = @must, failed = 0, locked_until = null, password_at = @now, session_stamp = @stamp where region = @region and id = @id",
            ("hash", Hasher.HashPassword("", password)), ("must", mustChange), ("now", now), ("stamp", Guid.NewGuid().ToString("N")), ("region", region), ("id", account));
    }

    /// <summary>Adds statements that create an account with its roles.</summary>
    public void AddTo(SqlBatch batch, Account account, string password, IEnumerable<(string Role, string Scope)> grants)
    {
        batch.Add(
            """
            insert into accounts(region, id, login, name, office, password_hash, mobile, must_change, failed, locked_until, password_at, session_stamp, created_at, active)
            values (@region, @id, @login, @name, @office, @hash, @mobile, @must, 0, null, @now, @stamp, @now, @active)
            """,
            ("region", account.Region), ("id", account.Id), ("login", account.Login), ("name", account.Name), ("office", account.Office), ("hash", Hasher.HashPassword("", password)),
            ("mobile", account.Mobile), ("must", account.MustChange), ("now", time.GetUtcNow()), ("stamp", Guid.NewGuid().ToString("N")), ("active", account.Active));
        foreach (var (role, scope) in grants)
        {
            batch.Add("insert into grants(region, account, role, scope) values (@region, @account, @role, @scope)",
                ("region", account.Region), ("account", account.Id), ("role", role), ("scope", scope));
        }
    }

    private static SignInOutcome Judge(Account? found, bool right, DateTimeOffset now) => found switch
    {
        null or { Active: false } => new SignInOutcome.Refused(Refusal),
        _ when found.LockedUntil > now => new SignInOutcome.Refused(right
            ? $"该账号因多次登录失败已锁定，请在{Math.Ceiling((found.LockedUntil.Value - now).TotalMinutes)}分钟后再试，或者联系系统管理员解锁"
            : Refusal),
        _ => right ? new SignInOutcome.Ok(found) : new SignInOutcome.Refused(Refusal),
    };

    private async Task CountAsync(DbConnection connection, DbTransaction transaction, Account account, bool right, DateTimeOffset now)
    {
        var failed = right ? 0 : account.Failed + 1;
        DateTimeOffset? locked = failed >= rules.FailuresBeforeLock ? now.AddMinutes(rules.LockMinutes) : null;
        if (right && account.Failed == 0 && account.LockedUntil is null)
        {
            return;
        }

        var batch = new SqlBatch(database);
        batch.Add("update accounts set failed = @failed, locked_until = @locked where region = @region and id = @id",
            ("failed", locked is null ? failed : 0), ("locked", locked), ("region", account.Region), ("id", account.Id));
        await batch.ExecuteAsync(connection, transaction);
    }

    private async Task NoteAsync(
        DbConnection connection, DbTransaction transaction, Account? account, string login, string? address, string result, DateTimeOffset now)
    {
        var batch = new SqlBatch(database);
        batch.Add("insert into sign_ins(region, id, login, account, at, address, result) values (@region, @id, @login, @account, @at, @address, @result)",
            ("region", account?.Region ?? ""), ("id", Guid.NewGuid().ToString("N")), ("login", login.Length > 64 ? login[..64] : login), ("account", account?.Id),
            ("at", now), ("address", address), ("result", result));
        await batch.ExecuteAsync(connection, transaction);
    }

    private static async Task<Account?> FindAsync(DbConnection connection, DbTransaction? transaction, string condition, string key)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>($"select {Columns} from accounts where {condition}", new { key }, transaction);
        return row?.ToAccount();
    }

    private const string Columns =
        "region as Region, id as Id, login as Login, name as Name, office as Office, mobile as Mobile, must_change as MustChange, failed as Failed, locked_until as LockedUntil, password_at as PasswordAt, session_stamp as Stamp, active as Active";

    private sealed class Row
    {
        public required string Region { get; init; }
        public required string Id { get; init; }
        public required string Login { get; init; }
        public required string Name { get; init; }
        public required string Office { get; init; }
        public string? Mobile { get; init; }
        public required object MustChange { get; init; }
        public required int Failed { get; init; }
        public object? LockedUntil { get; init; }
        public required object PasswordAt { get; init; }
        public required string Stamp { get; init; }
        public required object Active { get; init; }

        public Account ToAccount() => new(
            Region, Id, Login, Name, Office, Mobile, ColumnValues.YesNo(MustChange) ?? false, Failed, ColumnValues.Time(LockedUntil), ColumnValues.Time(PasswordAt)!.Value, Stamp,
            ColumnValues.YesNo(Active) ?? false);
    }
}
