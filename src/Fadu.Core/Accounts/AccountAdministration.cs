using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;

namespace Fadu.Core.Accounts;

/// <summary>An account as the administrator sees it.</summary>
public sealed record AccountRow(Account Account, IReadOnlyList<(string Role, string Scope)> Grants);

/// <summary>What came of a change to an account.</summary>
/// <param name="Refusal">Why it was not done, or null.</param>
/// <param name="TemporaryPassword">Password to hand over, shown once; or null.</param>
public sealed record AccountOutcome(string? Refusal, string? TemporaryPassword = null);

/// <summary>What the account administrator does. Every change is written down with it, and ends the sessions of the account.</summary>
public sealed partial class AccountAdministration(Database database, LawStore law, OfficeDirectory offices, AccountService accounts, TimeProvider time)
{
    /// <summary>Accounts by login, of those whose login, name or office name holds the words.</summary>
    public async Task<IReadOnlyList<AccountRow>> ListAsync(string region, string? words, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var grants = (await connection.QueryAsync<(string Account, string Role, string Scope)>(
            "select account, role, scope from grants where region = @region order by role", new { region })).ToLookup(g => g.Account, g => (g.Role, g.Scope));
        return [.. from account in await accounts.AllAsync(region, cancel)
                   where string.IsNullOrWhiteSpace(words) || account.Login.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase)
                       || account.Name.Contains(words.Trim(), StringComparison.Ordinal) || offices.Name(region, account.Office).Contains(words.Trim(), StringComparison.Ordinal)
                   select new AccountRow(account, [.. grants[account.Id]])];
    }

    /// <summary>Creates an account with its first roles.</summary>
    public Task<AccountOutcome> CreateAsync(string login, string name, string office, string? mobile, IReadOnlyList<string> roles, Actor by, string? address, CancellationToken cancel = default)
    {
        (login, name) = (login.Trim().ToLowerInvariant(), name.Trim());
        var refusal = !LoginPattern().IsMatch(login) ? "登录名应为2至32位小写字母、数字、点、横线，以字母开头"
            : name.Length is 0 or > 30 ? "请填写姓名，不超过30字"
            : offices.Find(by.Region, office) is not { Active: true } ? "请选择在用的单位"
            : RefuseRoles(roles);
        if (refusal is not null)
        {
            return Task.FromResult(new AccountOutcome(refusal));
        }

        var password = TemporaryPasswords.Next();
        return TryAsync(async (connection, transaction) =>
        {
            if (await connection.QuerySingleAsync<long>("select count(*) from accounts where login = @login", new { login }, transaction) > 0)
            {
                throw new RefusedException($"登录名“{login}”已被使用，停用的账号也保留登录名");
            }

            var batch = new SqlBatch(database);
            var account = new Account(by.Region, login, login, name, office, string.IsNullOrWhiteSpace(mobile) ? null : mobile.Trim(), true, 0, null, time.GetUtcNow(), "", true);
            accounts.AddTo(batch, account, password, roles.Select(r => (r, law.Current.Roles.Roles[r].Scope)));
            AccountChanges.Add(batch, time, by, address, login, name, "created", $"单位：{offices.Name(by.Region, office)}；角色：{law.RoleTitles(roles)}");
            await batch.ExecuteAsync(connection, transaction, cancel);
            return new(null, password);
        }, cancel);
    }

    /// <summary>Stops or allows an account.</summary>
    public Task<AccountOutcome> SetActiveAsync(string account, bool active, string reason, Actor by, string? address, CancellationToken cancel = default) =>
        ChangeAsync(account, active ? "enabled" : "disabled", reason, by, address, batch => batch.Add(
            "update accounts set active = @active where region = @region and id = @id", ("active", active), ("region", by.Region), ("id", account)), cancel);

    /// <summary>Ends a lock.</summary>
    public Task<AccountOutcome> UnlockAsync(string account, string reason, Actor by, string? address, CancellationToken cancel = default) =>
        ChangeAsync(account, "unlocked", reason, by, address, batch => batch.Add(
            "update accounts set failed = 0, locked_until = null where region = @region and id = @id", ("region", by.Region), ("id", account)), cancel);

    /// <summary>Gives a temporary password, which must be changed at the next sign-in.</summary>
    public async Task<AccountOutcome> ResetPasswordAsync(string account, string reason, Actor by, string? address, CancellationToken cancel = default)
    {
        var password = TemporaryPasswords.Next();
        var outcome = await ChangeAsync(account, "password-reset", reason, by, address, batch => accounts.AddPassword(batch, by.Region, account, password, mustChange: true), cancel);
        return outcome with { TemporaryPassword = outcome.Refusal is null ? password : null };
    }

    /// <summary>Gives a role; refused where it excludes one that the account holds (三员分立).</summary>
    public Task<AccountOutcome> GrantAsync(string account, string role, string reason, Actor by, string? address, CancellationToken cancel = default) =>
        ChangeAsync(account, "granted", $"{law.RoleTitles([role])}；{reason}", by, address, async (connection, transaction, batch) =>
        {
            var held = (await connection.QueryAsync<string>("select role from grants where region = @Region and account = @account", new { by.Region, account }, transaction)).ToList();
            if (held.Contains(role))
            {
                throw new RefusedException("该账号已有这个角色");
            }

            if (RefuseRoles([.. held, role]) is { } refusal)
            {
                throw new RefusedException(refusal);
            }

            batch.Add("insert into grants(region, account, role, scope) values (@region, @account, @role, @scope)",
                ("region", by.Region), ("account", account), ("role", role), ("scope", law.Current.Roles.Roles[role].Scope));
        }, cancel);

    /// <summary>Takes a role away.</summary>
    public Task<AccountOutcome> RevokeAsync(string account, string role, string reason, Actor by, string? address, CancellationToken cancel = default) =>
        ChangeAsync(account, "revoked", $"{law.RoleTitles([role])}；{reason}", by, address, batch => batch.Add(
            "delete from grants where region = @region and account = @account and role = @role", ("region", by.Region), ("account", account), ("role", role)), cancel);

    /// <summary>Why these roles cannot stand together, or null.</summary>
    public string? RefuseRoles(IReadOnlyList<string> roles)
    {
        var book = law.Current.Roles.Roles;
        if (roles.FirstOrDefault(r => !book.ContainsKey(r)) is { } unknown)
        {
            return $"没有角色“{unknown}”";
        }

        foreach (var (a, b) in roles.SelectMany(a => roles.Select(b => (A: book[a], B: book[b]))))
        {
            if (a.Excludes.Contains(b.Id))
            {
                return $"同一账号不能兼任{a.Title}和{b.Title}：系统管理员、安全保密管理员、安全审计员应当分设，相互制约（{law.Cite(a.Basis)}）";
            }
        }

        return null;
    }

    private Task<AccountOutcome> ChangeAsync(string account, string change, string detail, Actor by, string? address, Action<SqlBatch> add, CancellationToken cancel) =>
        ChangeAsync(account, change, detail, by, address, (_, _, batch) =>
        {
            add(batch);
            return Task.CompletedTask;
        }, cancel);

    private Task<AccountOutcome> ChangeAsync(
        string account, string change, string detail, Actor by, string? address, Func<DbConnection, DbTransaction, SqlBatch, Task> add, CancellationToken cancel)
    {
        if (account == by.Account)
        {
            return Task.FromResult(new AccountOutcome("不能改动自己的账号，请由另一名账号管理员办理"));
        }

        if (string.IsNullOrWhiteSpace(detail.Split('；')[^1]))
        {
            return Task.FromResult(new AccountOutcome("请填写理由，它会记入审计记录"));
        }

        return TryAsync(async (connection, transaction) =>
        {
            // First, because it locks the account's row: of two administrators the second sees what the first did.
            var name = await connection.QuerySingleOrDefaultAsync<string>(
                "update accounts set session_stamp = @stamp where region = @Region and id = @account returning name", new { by.Region, account, stamp = Guid.NewGuid().ToString("N") }, transaction)
                ?? throw new RefusedException("没有这个账号");
            var batch = new SqlBatch(database);
            await add(connection, transaction, batch);
            AccountChanges.Add(batch, time, by, address, account, name, change, detail);
            await batch.ExecuteAsync(connection, transaction, cancel);
            return new(null);
        }, cancel);
    }

    private async Task<AccountOutcome> TryAsync(Func<DbConnection, DbTransaction, Task<AccountOutcome>> work, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync(work, cancel);
        }
        catch (RefusedException refused)
        {
            return new(refused.Message);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9.-]{1,31}$")]
    private static partial Regex LoginPattern();

    private sealed class RefusedException(string says) : Exception(says);
}
