namespace Fadu.Core.Storage;

/// <summary>What the search index keeps of a matter.</summary>
/// <param name="Texts">Everything that may be searched for.</param>
public sealed record SearchEntry(long Matter, string Register, string Office, DateOnly OpenedOn, IReadOnlyList<string?> Texts)
{
    /// <summary>The pairs of its texts and its office, separated by blanks.</summary>
    public string Words => $"{SearchWords.Index(Texts)} {SearchMarks.Office(Office)}".TrimStart();

    /// <summary>Adds it to the index, or puts it in the place of what the index holds of the matter.</summary>
    /// <param name="was">The day of opening that the index knows, or none where the matter is new to it.</param>
    public void AddTo(SqlBatch batch, Database database, string region, DateOnly? was) => database.PutSearch(batch, region, this, was);
}
