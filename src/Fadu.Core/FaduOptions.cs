namespace Fadu.Core;

/// <summary>Where a store is and which law applies.</summary>
public sealed record FaduOptions
{
    /// <summary>Folder for the embedded database, files, keys; also used beside PostgreSQL for files and keys.</summary>
    public required string Data { get; init; }
    /// <summary>PostgreSQL connection string, or null for the embedded database in <see cref="Data"/>.</summary>
    public string? Database { get; init; }
    /// <summary>Folder with the definitions.</summary>
    public required string Law { get; init; }

    /// <summary>What <c>Database.Open</c> takes.</summary>
    public string Connection => Database ?? Path.Combine(Data, "fadu.db");
}
