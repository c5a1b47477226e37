using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Tables;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Imports;

/// <summary>A party from its three columns; the fault is told at the column it belongs to.</summary>
internal static class ImportParty
{
    public static (Party? Party, string Heading, string? Error) Read(
        string name, Cell kindCell, Cell idCell, ImportColumn nameColumn, ImportColumn kindColumn, ImportColumn idColumn)
    {
        var id = CellParsing.Code(idCell);
        if (id.IsFault)
        {
            return (null, idColumn.Heading, id.Error);
        }

        var word = CellParsing.Text(kindCell);
        var kind = word.HasValue ? PartyText.Kinds.FirstOrDefault(k => k.Title == word.Value || k.Id == word.Value || (word.Value.Length > 1 && k.Title.StartsWith(word.Value, StringComparison.Ordinal))).Id : null;
        if (word.IsFault || (word.HasValue && kind is null))
        {
            return (null, kindColumn.Heading, word.Error ?? $"没有“{word.Value}”这个类别，可填：{string.Join("、", PartyText.Kinds.Select(k => k.Title))}");
        }

        if (!id.HasValue && kind is null)
        {
            // The identifier may stand in brackets behind the name.
            FieldText.TryParse(nameColumn.Field!, name, NoNames, out var party, out var error);
            return ((Party?)party, nameColumn.Heading, error);
        }

        var read = PartyText.Read(name, kind, id.Value);
        return (read.Party, idColumn.Heading, read.Error);
    }

    private static readonly FieldTextContext NoNames = new() { Office = _ => null };
}
