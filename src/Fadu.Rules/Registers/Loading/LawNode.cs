namespace Fadu.Rules.Registers.Loading;

/// <summary>A piece of a law file with its place; unlike the YAML library's nodes it knows its file, which overlays need.</summary>
internal abstract record LawNode(string File, int Line, int Column)
{
    public Position Position => new(File, Line);
}

/// <summary>A text, number, date or flag: always kept as written, never typed by YAML.</summary>
/// <param name="Quoted">Written in quotes or as a block, so that an empty text is meant.</param>
internal sealed record LawText(string Value, bool Quoted, string File, int Line, int Column) : LawNode(File, Line, Column)
{
    public bool IsEmpty => !Quoted && Value is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed record LawList(IReadOnlyList<LawNode> Items, string File, int Line, int Column) : LawNode(File, Line, Column);

/// <summary>A mapping in the order written; keys are unique.</summary>
internal sealed record LawMap(IReadOnlyList<LawEntry> Entries, string File, int Line, int Column) : LawNode(File, Line, Column)
{
    private readonly Dictionary<string, LawEntry> byKey = Entries.ToDictionary(e => e.Key.Value, StringComparer.Ordinal);

    public LawEntry? Find(string key) => byKey.GetValueOrDefault(key);
}

/// <summary>A key with its value.</summary>
internal sealed record LawEntry(LawText Key, LawNode Value);
