using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>The texts of a matter that the search looks into: number, title, parties and whatever was typed as text.</summary>
internal static class MatterWords
{
    public static List<string?> Of(Register register, MatterState state)
    {
        List<string?> words = [state.Number, state.Title, state.External];
        foreach (var field in register.Fields)
        {
            switch (state.Values.GetValueOrDefault(field.Id))
            {
                case string text when field.Type is FieldType.Text or FieldType.LongText or FieldType.Person or FieldType.Identifier or FieldType.Place:
                    words.Add(text);
                    break;
                case Party party:
                    words.Add(party.Name);
                    words.Add(party.Id);
                    break;
            }
        }

        words.AddRange(state.Acts.Where(a => a.Number is not null).Select(a => a.Number));
        return words;
    }

    /// <summary>The fact columns that hold those texts, for matters of all versions of a register.</summary>
    public static IReadOnlyList<string> Columns(FactTable table, IEnumerable<Register> versions)
    {
        var fields = versions.SelectMany(v => v.Fields).DistinctBy(f => f.Id).SelectMany<Field, string>(f => f.Type switch
        {
            FieldType.Text or FieldType.LongText or FieldType.Person or FieldType.Identifier or FieldType.Place => [f.Id],
            FieldType.Party => [f.Id, f.Id + "_id"],
            _ => [],
        });
        var numbers = table.Columns.Where(c => c.Name.EndsWith("_number", StringComparison.Ordinal)).Select(c => c.Name);
        return [.. new[] { "number", "title", "external" }.Concat(fields).Concat(numbers).Distinct().Where(c => table.Find(c) is not null)];
    }
}
