using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>One line of a worked case as written, for readers: a name with a value, a list or further lines.</summary>
/// <param name="Name">Field, column or word of the case language; empty inside a list.</param>
/// <param name="Value">Text as written; empty where there are parts.</param>
public sealed record CaseNote(string Name, string Value, IReadOnlyList<CaseNote> Parts)
{
    internal static CaseNote Of(LawEntry entry) => Of(entry.Key.Value, entry.Value);

    private static CaseNote Of(string name, LawNode node) => node switch
    {
        LawMap map => new(name, "", [.. map.Entries.Select(Of)]),
        LawList list => new(name, "", [.. list.Items.Select(i => Of("", i))]),
        LawText text => new(name, text.Value, []),
        _ => new(name, "", []),
    };
}
