using System.Globalization;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Offices;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>Field values in words.</summary>
public sealed class FieldWords(OfficeDirectory offices, string region)
{
    /// <summary>One value; rows become one line each.</summary>
    /// <param name="matter">How a matter referred to is called, by its id; none = unknown.</param>
    public string Of(Field field, object? value, Func<long, string?>? matter = null) => value switch
    {
        null => "",
        string code when field.Codes is { } codes => codes.Find(code)?.Title ?? code,
        string office when field.Type == FieldType.Office => offices.Name(region, office),
        string text => text,
        Party party => $"{party.Name}（{PartyText.Title(party.Kind)}{(party.Id is null ? "" : "，" + party.Id)}）",
        OfficerName officer => Officer(officer),
        IReadOnlyList<OfficerName> officers => string.Join("、", officers.Select(Officer)),
        AttachedFile file => file.Name,
        IReadOnlyList<RowValue> rows => string.Join('\n', rows.Select(r => string.Join("；", field.Columns.Where(c => r.Values.GetValueOrDefault(c.Id) is not null).Select(c => $"{c.Title}：{Of(c, r.Values[c.Id], matter)}")))),
        IReadOnlyList<string> several => string.Join("、", several.Select(s => field.Type == FieldType.Offices ? offices.Name(region, s) : field.Codes?.Find(s)?.Title ?? s)),
        DateOnly day => $"{day.Year}年{day.Month}月{day.Day}日",
        long other when field.Type == FieldType.Reference => matter?.Invoke(other) ?? "关联事项",
        bool yes => yes ? "是" : "否",
        decimal amount when field.Type == FieldType.Money => amount.ToString("#,0.00", CultureInfo.InvariantCulture) + (field.Unit ?? "元"),
        long year when field.IsYear => year.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("#,0.####", CultureInfo.InvariantCulture) + field.Unit,
        _ => value.ToString() ?? "",
    };

    private static string Officer(OfficerName officer) => officer.Certificate is null ? officer.Name : $"{officer.Name}（{officer.Certificate}）";
}
