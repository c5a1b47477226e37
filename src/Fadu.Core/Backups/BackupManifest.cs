using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fadu.Core.Backups;

/// <summary>What a backup holds; the last member of the archive.</summary>
/// <param name="Format">Version of the archive.</param>
/// <param name="Database"><c>sqlite</c> or <c>postgres</c>: it is restored into the same kind.</param>
/// <param name="Entries">Ledger entries at the moment of the backup.</param>
/// <param name="Checkpoint">Newest checkpoint, or none.</param>
/// <param name="Tables">Tables of a PostgreSQL store, as they are to be created; empty for SQLite.</param>
/// <param name="Files">All other members with their size and SM3.</param>
public sealed record BackupManifest(
    string Format, string Region, string District, DateTimeOffset At, string Database, string LawHash, long Entries, string? Checkpoint,
    IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackupFile> Files)
{
    /// <summary>Version written now.</summary>
    public const string Version = "fadu.backup.1";

    /// <summary>Name of the manifest in the archive.</summary>
    public const string Name = "manifest.json";

    /// <summary>Form of the manifest.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}

/// <summary>A member of the archive.</summary>
public sealed record BackupFile(string Path, long Size, string Sm3);

/// <summary>A table with the statements that make it again.</summary>
/// <param name="Columns">Names in the order of its data.</param>
/// <param name="Definitions">Columns as declared.</param>
/// <param name="Constraints">Declared after the data is in.</param>
/// <param name="Indexes">Created after the data is in.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Definitions, IReadOnlyList<string> Constraints, IReadOnlyList<string> Indexes);
