using Dapper;
using Fadu.Core.Accounts;
using Fadu.Core.Matters;
using Fadu.Core.Storage;

namespace Fadu.Core.Districts;

/// <summary>One thing that a district may allow; off until somebody turns it on.</summary>
/// <param name="Key">Stored name.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Text">What it means where it is on.</param>
public sealed record DistrictSetting(string Key, string Title, string Text);

/// <summary>What the district allows beyond its law: read on every request, changed with a reason and an audit record.</summary>
public sealed class DistrictSettings(Database database, TimeProvider time)
{
    /// <summary>年报校核 for everybody, without signing in.</summary>
    public const string PortalCheck = "portal-check";

    /// <summary>What <c>publish</c> makes public, for everybody.</summary>
    public const string PortalPublications = "portal-publications";

    /// <summary>All settings.</summary>
    public static IReadOnlyList<DistrictSetting> All { get; } =
    [
        new(PortalCheck, "门户开放年报校核", "任何人不登录即可在“/portal/check”粘贴或者上传报告校核。文字只在当次使用，不留存；同一来源每分钟最多校核12次。"),
        new(PortalPublications, "门户公开事项", "任何人不登录即可在“/portal”查看已经公开的事项：只有各事项规定公开的内容，个人信息已遮盖；撤回公开后立即不再显示。"),
    ];

    /// <summary>Whether it is allowed.</summary>
    /// <param name="setting">Key of a setting.</param>
    public async Task<bool> AllowsAsync(string setting, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<string>("select value from meta where key = @key", new { key = Key(setting) }) == "on";
    }

    /// <summary>Allows or forbids; returns why not, or null.</summary>
    public async Task<string?> ChangeAsync(string key, bool on, string reason, Actor by, string? address, CancellationToken cancel = default)
    {
        if (All.FirstOrDefault(s => s.Key == key) is not { } setting)
        {
            return "没有这个设置";
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return "请填写改动的理由，它会记入审计记录";
        }

        if (await AllowsAsync(setting.Key, cancel) == on)
        {
            return $"“{setting.Title}”已经{(on ? "开启" : "关闭")}，没有改动";
        }

        await database.WriteAsync((connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.SetMeta(Key(setting.Key), on ? "on" : "off");
            AccountChanges.Add(batch, time, by, address, setting.Key, setting.Title, "setting-changed", $"{(on ? "开启" : "关闭")}；{reason.Trim()}");
            return batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        return null;
    }

    private static string Key(string setting) => "setting-" + setting;
}
