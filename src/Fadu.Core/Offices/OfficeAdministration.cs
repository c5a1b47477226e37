using Dapper;
using Fadu.Core.Accounts;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Identifiers;

namespace Fadu.Core.Offices;

/// <summary>A certified enforcement officer as stored.</summary>
public sealed record CertifiedOfficer(string Certificate, string Name, string Office, DateOnly ValidUntil, string? Field, bool Active);

/// <summary>Keeps offices and certified officers; each change is written down.</summary>
public sealed class OfficeAdministration(Database database, OfficeDirectory offices, TimeProvider time)
{
    /// <summary>Kinds of offices with their titles; names are stored.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["government"] = "政府",
        ["department"] = "部门",
        ["township"] = "乡镇",
        ["street"] = "街道",
        ["village"] = "村（社区）",
        ["court"] = "法院",
        ["other"] = "其他",
    };

    /// <summary>Officers of a region by office and certificate.</summary>
    public async Task<IReadOnlyList<CertifiedOfficer>> OfficersAsync(string region, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return [.. (await connection.QueryAsync<(string Certificate, string Name, string Office, object Until, string? Field, object Active)>(
            "select certificate, name, office, valid_until, field, active from officers where region = @region order by office, certificate", new { region }))
            .Select(r => new CertifiedOfficer(r.Certificate, r.Name, r.Office, ColumnValues.Day(r.Until)!.Value, r.Field, ColumnValues.YesNo(r.Active) ?? true))];
    }

    /// <summary>Adds or changes an office; returns why not, or null.</summary>
    public async Task<string?> SaveAsync(Office office, Actor by, string? address, CancellationToken cancel = default)
    {
        var all = offices.Of(by.Region);
        var before = all.FirstOrDefault(o => o.Code == office.Code);
        var refusal = office.Code.Length is 0 or > 32 || office.Code.Any(c => !(char.IsAsciiLetterOrDigit(c) || c == '-')) ? "单位代码应为32位以内的字母、数字、横线"
            : office.Name.Trim().Length is 0 or > 60 ? "请填写单位名称，不超过60字"
            : !Kinds.ContainsKey(office.Kind) ? "请选择单位类别"
            : all.Any(o => o.Code != office.Code && o.Name == office.Name.Trim()) ? $"已有名称相同的单位“{office.Name}”"
            : office.Parent is { } parent && (all.All(o => o.Code != parent) || offices.AndBelow(by.Region, office.Code).Contains(parent)) ? "上级单位不存在，或者是它自己、它的下级"
            : office.CreditCode is { } code && IdentifierValidator.Validate(IdentifierKind.CreditCode, code) is { IsValid: false } check ? check.Error
            : null;
        if (refusal is not null || before == office)
        {
            return refusal;
        }

        await database.WriteAsync((connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            OfficeDirectory.AddTo(batch, by.Region, office with { Name = office.Name.Trim() });
            AccountChanges.Add(batch, time, by, address, office.Code, office.Name, "office-changed", before is null ? "新增" : $"原为：{Words(before)}；现为：{Words(office)}");
            return batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        await offices.ReloadAsync(cancel);
        return null;
    }

    /// <summary>Adds or changes an officer; returns why not, or null.</summary>
    public async Task<string?> SaveAsync(CertifiedOfficer officer, Actor by, string? address, CancellationToken cancel = default)
    {
        officer = officer with { Certificate = officer.Certificate.Trim(), Name = officer.Name.Trim() };
        if (officer.Certificate.Length is 0 or > 40 || officer.Name.Length is 0 or > 30)
        {
            return "请填写执法证号（40位以内）和姓名";
        }

        if (offices.Find(by.Region, officer.Office) is null)
        {
            return "请选择单位";
        }

        await database.WriteAsync((connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add(
                """
                insert into officers(region, certificate, name, office, valid_until, field, active) values (@region, @certificate, @name, @office, @until, @field, @active)
                on conflict (region, certificate) do update set name = excluded.name, office = excluded.office, valid_until = excluded.valid_until, field = excluded.field, active = excluded.active
                """,
                ("region", by.Region), ("certificate", officer.Certificate), ("name", officer.Name), ("office", officer.Office), ("until", officer.ValidUntil), ("field", officer.Field), ("active", officer.Active));
            AccountChanges.Add(batch, time, by, address, officer.Certificate, officer.Name, "officer-changed",
                $"{offices.Name(by.Region, officer.Office)}，有效期至{officer.ValidUntil:yyyy-MM-dd}，{(officer.Active ? "在岗" : "不在岗")}");
            return batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        return null;
    }

    private string Words(Office office) => $"{office.Name}，代字{office.Abbr}，{Kinds.GetValueOrDefault(office.Kind)}，执法事项{office.Powers}项，信用代码{office.CreditCode ?? "未填"}，{(office.Active ? "在用" : "停用")}";
}
