using Fadu.Rules.Identifiers;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>Hides the names of persons in the title of a matter, from its fact columns: for lists and findings that name matters without need of the person.</summary>
internal sealed class TitleMask(Register register)
{
    private readonly List<(string Name, string? Kind)> columns =
        [.. register.Fields.Where(f => f.Personal && (f.Type is FieldType.Party or FieldType.Person)).Select(f => (f.Id, f.Type == FieldType.Party ? f.Id + "_kind" : null))];

    /// <summary>Columns that it reads.</summary>
    public IEnumerable<string> Columns => columns.SelectMany(c => c.Kind is null ? new[] { c.Name } : [c.Name, c.Kind]);

    /// <summary>The title as it may be shown.</summary>
    public string Of(string title, Func<string, object?> value)
    {
        foreach (var (name, kind) in columns)
        {
            if (value(name) is string { Length: > 0 } person && (kind is null || value(kind) as string != "legal"))
            {
                title = title.Replace(person, Masking.Name(person), StringComparison.Ordinal);
            }
        }

        return title;
    }
}
