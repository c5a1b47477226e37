using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Spreads a field value over its fact columns.</summary>
public static class FieldColumns
{
    /// <summary>Puts the columns of one field.</summary>
    /// <param name="day">Day on which officers' certificates must be valid.</param>
    public static void Put(IDictionary<string, object?> columns, Field field, object? value, DateOnly day)
    {
        switch (value)
        {
            case Party party:
                columns[field.Id] = party.Name;
                columns[field.Id + "_kind"] = party.Kind;
                columns[field.Id + "_id"] = party.Id;
                break;
            case IReadOnlyList<OfficerName> officers:
                columns[field.Id] = officers.Select(o => o.Name).ToList();
                columns[field.Id + "_count"] = (long)officers.Count;
                columns[field.Id + "_certified"] = (long)officers.Count(o => o.CertifiedOn(day));
                break;
            case OfficerName officer:
                columns[field.Id] = officer.Name;
                break;
            case AttachedFile file:
                columns[field.Id] = file.Name;
                break;
            default:
                columns[field.Id] = value;
                break;
        }
    }

    /// <summary>Gives a computed value the type that its field stores; a value that does not fit is missing.</summary>
    public static object? Narrow(Field field, object? value) => (field.Type, value) switch
    {
        (FieldType.WholeNumber, decimal d) => d == decimal.Truncate(d) ? (long)d : (long)Math.Round(d, MidpointRounding.AwayFromZero),
        (FieldType.WholeNumber, int i) => (long)i,
        (FieldType.Decimal, long n) => (decimal)n,
        (FieldType.Money, long n) => (decimal)n,
        (FieldType.Decimal, decimal d) => Math.Round(d, 4, MidpointRounding.AwayFromZero),
        (FieldType.Money, decimal d) => Math.Round(d, 2, MidpointRounding.AwayFromZero),
        _ => value,
    };
}
