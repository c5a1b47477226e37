using Dapper;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;

namespace Fadu.Core.Accounts;

/// <summary>One line of the audit, of whatever kind.</summary>
public sealed record AuditRecord(DateTimeOffset At, string Who, string What, string? On, string? Detail, string? Address);

/// <summary>What the auditor asks for.</summary>
/// <param name="Kind"><c>sign-ins</c>, <c>reads</c> or <c>changes</c>.</param>
/// <param name="Before">Only older ones, for the next page.</param>
public sealed record AuditQuery(string Kind, DateOnly? From, DateOnly? To, string? Words, DateTimeOffset? Before);

/// <summary>Reads the audit: sign-ins, reads of unmasked personal data, changes by administrators.</summary>
public sealed class AuditRecords(Database database)
{
    /// <summary>Kinds with their titles.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string> { ["sign-ins"] = "登录记录", ["reads"] = "查看个人信息", ["changes"] = "管理操作" };

    private static readonly Dictionary<string, string> Results = new() { ["ok"] = "登录成功", ["refused"] = "登录被拒绝", ["locked"] = "账号锁定中，登录被拒绝" };

    /// <summary>Newest first, at most <paramref name="count"/>.</summary>
    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(string region, AuditQuery query, int count, CancellationToken cancel = default)
    {
        var source = query.Kind switch
        {
            "reads" => "select at, account as who, what, cast(matter_id as text) as target, reason as detail, null as address from reads where region = @region",
            "changes" => "select at, account_name || '（' || account || '）' as who, change as what, subject_name || '（' || subject || '）' as target, detail, address from account_changes where region = @region",
            // An attempt with an unknown name belongs to no region, and is the one that an auditor looks for.
            _ => "select at, login as who, result as what, account as target, null as detail, address from sign_ins where region in (@region, '')",
        };
        await using var connection = await database.OpenAsync(cancel);
        var parameters = new DynamicParameters();
        parameters.Add("region", region);
        parameters.Add("count", count);
        var conditions = new List<string>();
        Add("at >= @from", "from", query.From is { } from ? ChinaTime.At(from) : null);
        Add("at < @to", "to", query.To is { } to ? ChinaTime.At(to.AddDays(1)) : null);
        Add("at < @before", "before", query.Before);
        Add("(who like @words or target like @words or detail like @words or address like @words)", "words",
            string.IsNullOrWhiteSpace(query.Words) ? null : $"%{query.Words.Trim().Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%");
        var where = conditions.Count == 0 ? "" : " where " + string.Join(" and ", conditions);
        var rows = await connection.QueryAsync<(object At, string Who, string What, string? Target, string? Detail, string? Address)>(
            $"select at, who, what, target, detail, address from ({source}) r{where} order by at desc limit @count", parameters);
        return [.. rows.Select(r => new AuditRecord(
            ColumnValues.Time(r.At)!.Value, r.Who, Results.GetValueOrDefault(r.What) ?? AccountChanges.Titles.GetValueOrDefault(r.What) ?? r.What, r.Target, r.Detail, r.Address))];

        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                parameters.Add(name, database.Value(value));
            }
        }
    }
}
