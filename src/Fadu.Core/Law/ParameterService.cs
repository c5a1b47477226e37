using System.Globalization;
using Dapper;
using Fadu.Core.Accounts;
using Fadu.Core.Ledger;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;

namespace Fadu.Core.Law;

/// <summary>A value that the district set for a parameter.</summary>
public sealed record ParameterChange(string Register, string Parameter, string Value, string Reason, string Account, DateTimeOffset At);

/// <summary>Changes parameters of registers: the value, why, and by whom; the law is read again at once.</summary>
public sealed class ParameterService(Database database, LawStore law, FactUpkeep upkeep, TimeProvider time)
{
    /// <summary>All changes, newest first.</summary>
    public async Task<IReadOnlyList<ParameterChange>> HistoryAsync(string region, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. (await connection.QueryAsync<(string Register, string Parameter, string Value, string Reason, string Account, object At)>(
            "select register, parameter, value, reason, account, at from parameters where region = @region order by at desc", new { region }))
            .Select(r => new ParameterChange(r.Register, r.Parameter, r.Value, r.Reason, r.Account, ColumnValues.Time(r.At)!.Value))];
    }

    /// <summary>Sets a value; returns why not, or null.</summary>
    public async Task<string?> ChangeAsync(string register, string parameter, string value, string reason, Actor by, string? address, CancellationToken cancel = default)
    {
        if (!law.Current.Has(register) || law.Current.Latest(register).Parameters.GetValueOrDefault(parameter) is not { } known)
        {
            return "没有这个参数";
        }

        value = value.Trim();
        if (!Fits(known.Type, value))
        {
            return $"“{known.Title}”的值“{value}”不对：{(known.Type == FieldType.YesNo ? "请写 true 或者 false" : known.Type == FieldType.WholeNumber ? "请写不带单位和逗号的整数" : "请写不带单位和逗号的数字")}";
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return "请填写改动的理由和依据，它会记入审计记录";
        }

        var before = Convert.ToString(known.Value, CultureInfo.InvariantCulture);
        if (before == value)
        {
            return "与现在的值相同，没有改动";
        }

        await database.WriteAsync((connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add("insert into parameters(region, register, parameter, value, reason, account, at) values (@region, @register, @parameter, @value, @reason, @account, @at)",
                ("region", by.Region), ("register", register), ("parameter", parameter), ("value", value), ("reason", reason.Trim()), ("account", by.Account), ("at", time.GetUtcNow()));
            AccountChanges.Add(batch, time, by, address, $"{register}.{parameter}", known.Title, "parameter-changed", $"由“{before}”改为“{value}”；{reason.Trim()}");
            return batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        await law.ReloadAsync(cancel);
        // Limits that follow from the value show in lists at once, for open matters of all years.
        await upkeep.RebuildAsync([register], null, cancel);
        return null;
    }

    private static bool Fits(FieldType type, string value) => type switch
    {
        FieldType.WholeNumber => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        FieldType.YesNo => value is "true" or "false",
        _ => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
    };
}
