using Fadu.Rules.Identifiers;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>One value as the public sees it.</summary>
/// <param name="Field">Field, or none for a column of the matter itself (number, title, days of steps).</param>
public sealed record PublishedValue(string Id, string Title, Field? Field, object? Value);

/// <summary>What a publication shows of a matter, with everything hidden that must be.</summary>
/// <remarks>A firm is shown by its full name, a person in <c>redact</c> only by the surname, also where the name stands in another text. Identifiers of parties and persons are never shown whole; the code of a firm in a field of its own is public.</remarks>
public static class PublishedView
{
    /// <summary>What stands for a text that cannot be hidden in part.</summary>
    public const string Withheld = "（不予公开）";

    /// <summary>The values in the order of the publication; those without a value are left out.</summary>
    public static IReadOnlyList<PublishedValue> Of(Register register, Publication publication, MatterState state, FactRow facts)
    {
        var names = Names(register, publication, state);
        List<PublishedValue> values = [];
        foreach (var id in publication.Fields)
        {
            var field = register.Field(id);
            var value = field is { Derive: null } ? state.Values.GetValueOrDefault(id) : facts[id];
            if (!StepForm.IsEmpty(value))
            {
                var shown = field is null ? value : Redacted(field, value, publication.Redact.Contains(id));
                values.Add(new(id, field?.Title ?? register.Facts.Find(id)?.Title ?? id, field, WithoutNames(shown, names)));
            }
        }

        return values;
    }

    /// <summary>Whether the public sees it on a day: carried out, not taken back since, and not past its last day.</summary>
    public static bool Stands(Publication publication, MatterState state, DateOnly today)
    {
        var published = state.Done(publication.Step).LastOrDefault();
        return published is not null
            && state.Done(publication.Withdrawal).All(w => w.On < published.On || (w.On == published.On && w.Sequence < published.Sequence))
            && (publication.Until is null || state.Values.GetValueOrDefault(publication.Until) is not DateOnly last || today <= last);
    }

    private static object? Redacted(Field field, object? value, bool redact) => value switch
    {
        Party { Kind: "natural" } person => new Party(redact ? Masking.NameInDecision(person.Name) : person.Name, person.Kind, null),
        Party firm => firm with { Id = null },
        string text when field is { Type: FieldType.Identifier, Kind: "citizen-id" or "mobile" } || (redact && field.Type == FieldType.Identifier) => Number(field, text),
        string text when redact => Text(field, text),
        IReadOnlyList<OfficerName> officers when redact => officers.Select(o => new OfficerName(Masking.NameInDecision(o.Name), null, null)).ToList(),
        OfficerName officer when redact => new OfficerName(Masking.NameInDecision(officer.Name), null, null),
        IReadOnlyList<RowValue> rows => rows.Select(r => new RowValue(field.Columns.ToDictionary(
            c => c.Id, c => Redacted(c, r.Values.GetValueOrDefault(c.Id), redact && (c.Personal || c.Type is FieldType.Person or FieldType.Party))))).ToList(),
        _ when redact && value is not null => Withheld,
        _ => value,
    };

    private static string Text(Field field, string text) => field.Type switch
    {
        FieldType.Person => Masking.NameInDecision(text),
        FieldType.Place => Masking.Address(text),
        FieldType.Text when text.Trim().Length is >= 2 and <= 4 => Masking.NameInDecision(text),
        _ => Withheld,
    };

    private static string Number(Field field, string text) => field.Kind == "mobile" ? Masking.Phone(text) : text.Length is 18 or 15 ? Masking.ResidentId(text) : "****";

    private static Dictionary<string, string> Names(Register register, Publication publication, MatterState state)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var field in register.Fields.Where(f => publication.Redact.Contains(f.Id) || f.Personal))
        {
            var name = state.Values.GetValueOrDefault(field.Id) switch
            {
                Party { Kind: "natural" } person => person.Name.Trim(),
                string text when field.Type == FieldType.Person => text.Trim(),
                _ => "",
            };
            if (name.Length >= 2)
            {
                names.TryAdd(name, Masking.NameInDecision(name));
            }
        }

        return names;
    }

    private static object? WithoutNames(object? value, Dictionary<string, string> names)
    {
        if (value is string text)
        {
            foreach (var (name, masked) in names.OrderByDescending(n => n.Key.Length))
            {
                text = text.Replace(name, masked, StringComparison.Ordinal);
            }

            return text;
        }

        return value is IReadOnlyList<RowValue> rows
            ? rows.Select(r => new RowValue(r.Values.ToDictionary(v => v.Key, v => WithoutNames(v.Value, names)))).ToList()
            : value;
    }
}
