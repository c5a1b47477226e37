using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Publications;

/// <summary>Published values in words.</summary>
public sealed class PublishedWords(LawStore law, OfficeDirectory offices, FieldWords fields, string region)
{
    /// <summary>One value.</summary>
    public string Of(PublishedValue value) => (value.Id, value.Value) switch
    {
        (_, Party party) => party.Name,
        (_, { } given) when value.Field is { } field => fields.Of(field, given),
        ("office", string office) => offices.Name(region, office),
        ("status", string status) => law.Current.CodeLists["matter-status"].Find(status)?.Title ?? status,
        (_, DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, { } other) => other.ToString() ?? "",
        _ => "",
    };
}
