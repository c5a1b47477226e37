using Fadu.Core.Matters;
using Fadu.Core.Storage;

namespace Fadu.Core.Accounts;

/// <summary>The append-only record of what administrators changed: accounts, roles, offices, officers, parameters.</summary>
public static class AccountChanges
{
    /// <summary>Kinds of changes with their titles; names are stored.</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>
    {
        ["created"] = "新建账号",
        ["enabled"] = "启用账号",
        ["disabled"] = "停用账号",
        ["unlocked"] = "解除锁定",
        ["password-reset"] = "重置密码",
        ["password-changed"] = "本人修改密码",
        ["granted"] = "授予角色",
        ["revoked"] = "收回角色",
        ["office-changed"] = "改动单位",
        ["officer-changed"] = "改动执法人员",
        ["parameter-changed"] = "改动参数",
        ["setting-changed"] = "改动平台设置",
    };

    /// <summary>Adds the record of a change to the transaction that makes it.</summary>
    /// <param name="subject">Account, office code, certificate or parameter.</param>
    public static void Add(SqlBatch batch, TimeProvider time, Actor by, string? address, string subject, string subjectName, string change, string detail) => batch.Add(
        """
        insert into account_changes(region, id, at, account, account_name, address, subject, subject_name, change, detail)
        values (@region, @id, @at, @account, @name, @address, @subject, @subjectname, @change, @detail)
        """,
        ("region", by.Region), ("id", Guid.NewGuid().ToString("N")), ("at", time.GetUtcNow()), ("account", by.Account), ("name", by.Name), ("address", address),
        ("subject", subject), ("subjectname", subjectName), ("change", change), ("detail", detail));
}
