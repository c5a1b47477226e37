using Fadu.Rules.Identifiers;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>Hides personal data in what a reader without need to know gets to see. Firms are no persons: their names and codes are public.</summary>
public static class PersonalData
{
    /// <summary>What stands for a text that cannot be hidden in part.</summary>
    public const string Hidden = "（个人信息）";

    /// <summary>A field value with what is personal in it hidden.</summary>
    public static object? Mask(Field field, object? value) => value switch
    {
        Party { Kind: "legal" } => value,
        Party party => party with { Name = field.Personal ? Masking.Name(party.Name) : party.Name, Id = party.Id is { } id ? Identifier(id) : null },
        string text when field.Personal => Text(field, text),
        IReadOnlyList<RowValue> rows => rows.Select(r => new RowValue(field.Columns.ToDictionary(c => c.Id, c => Mask(c, r.Values.GetValueOrDefault(c.Id))))).ToList(),
        _ => value,
    };

    /// <summary>A personal text by the type of its field.</summary>
    public static string Text(Field field, string text) => field.Type switch
    {
        FieldType.Person => Masking.Name(text),
        FieldType.Place => Masking.Address(text),
        FieldType.Identifier => field.Kind == "mobile" ? Masking.Phone(text) : Identifier(text),
        FieldType.Party => Masking.Name(text),
        _ => text.Length == 0 ? "" : Hidden,
    };

    /// <summary>A number of a person: of what is no resident number only the last two signs remain.</summary>
    public static string Identifier(string id) => id.Length is 18 or 15 ? Masking.ResidentId(id) : id.Length > 2 ? "****" + id[^2..] : "****";

    /// <summary>The title of a matter with the names of persons in it hidden.</summary>
    public static string Title(Register register, string title, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var field in register.Fields.Where(f => f.Personal))
        {
            var name = values.GetValueOrDefault(field.Id) switch
            {
                Party { Kind: not "legal" } party => party.Name,
                string text when field.Type is FieldType.Person => text,
                _ => null,
            };
            if (name is { Length: > 0 })
            {
                title = title.Replace(name, Masking.Name(name), StringComparison.Ordinal);
            }
        }

        return title;
    }
}
