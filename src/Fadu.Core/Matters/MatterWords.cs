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
}
