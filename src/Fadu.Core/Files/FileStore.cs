using System.Security.Cryptography;
using Dapper;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Files;

/// <summary>What came of storing a file: the file, or why it was not taken.</summary>
public sealed record FileOutcome(AttachedFile? File, string? Error);

/// <summary>Looks at a stored file before it is taken: null where nothing was found, else what was found.</summary>
public delegate Task<string?> FileScan(string path, CancellationToken cancel);

/// <summary>Files by their content under <c>DATA/files</c>: stored once, never changed, proved by SM3 and SHA-256.</summary>
public sealed class FileStore(Database database, string folder, TimeProvider time)
{
    /// <summary>Largest file, in bytes.</summary>
    public const long MostBytes = 100L * 1024 * 1024;

    /// <summary>The district's virus scanner; none by default, and the store says so.</summary>
    public FileScan? Scan { get; set; }

    /// <summary>Path of a content.</summary>
    public string PathOf(string sm3) => PathOf(folder, sm3);

    /// <summary>Path of a content below a data folder.</summary>
    public static string PathOf(string folder, string sm3) => Path.Combine(folder, "files", sm3[..2], sm3[2..]);

    /// <summary>Takes a file. Its bytes are on disk before this returns.</summary>
    public async Task<FileOutcome> StoreAsync(string region, string instrument, string name, Stream content, CancellationToken cancel = default)
    {
        name = SafeName(name);
        var incoming = Directory.CreateDirectory(Path.Combine(folder, "files", "incoming")).FullName;
        var path = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var (size, sm3, sha256, head) = await CopyAsync(content, path, cancel);
            var (type, error) = size switch
            {
                0 => (null, "是空文件"),
                > MostBytes => (null, $"超过{MostBytes / 1024 / 1024}MB，请压缩或者拆分后上传"),
                _ => FileTypes.Judge(name, head),
            };
            if (type is null)
            {
                return new(null, $"《{name}》{error}");
            }

            if (Scan is { } scan && await scan(path, cancel) is { } found)
            {
                return new(null, $"《{name}》未通过安全检查：{found}。请联系系统管理员");
            }

            Keep(path, PathOf(sm3));
            await NoteAsync(region, sm3, sha256, size, type, cancel);
            return new(new(instrument, name, sm3, size), null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Media type of a stored content, or null where it is not here.</summary>
    public async Task<string?> TypeAsync(string region, string sm3, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<string>("select type from files where region = @region and sm3 = @sm3", new { region, sm3 });
    }

    /// <summary>A file of a matter in the scope of an account, or null.</summary>
    public async Task<(AttachedFile File, string Type)?> FindAsync(Actor actor, long matter, int sequence, int position, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<(string Instrument, string Name, string Sm3, long Size, string Office, string? Handler, string Type)>(
            """
            select f.instrument, f.name, f.sm3, f.size, m.office, m.handler, s.type from matter_files f
            join matters m on m.region = f.region and m.id = f.matter_id join files s on s.region = f.region and s.sm3 = f.sm3
            where f.region = @Region and f.matter_id = @matter and f.sequence = @sequence and f.position = @position
            """, new { actor.Region, matter, sequence, position });
        return row.Sm3 is not null && actor.Covers(row.Office, row.Handler) ? (new(row.Instrument, row.Name, row.Sm3, row.Size), row.Type) : null;
    }

    private static async Task<(long Size, string Sm3, string Sha256, byte[] Head)> CopyAsync(Stream content, string path, CancellationToken cancel)
    {
        var sm3 = new Sm3Hasher();
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        byte[] head = [];
        long size = 0;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        int read;
        while (size <= MostBytes && (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel)) > 0)
        {
            head = size == 0 ? buffer[..Math.Min(read, FileTypes.HeadLength)] : head;
            sm3.Append(buffer.AsSpan(0, read));
            sha256.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            size += read;
        }

        file.Flush(flushToDisk: true);
        return (size, sm3.Finish().ToString(), Convert.ToHexStringLower(sha256.GetHashAndReset()), head);
    }

    private static void Keep(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (!File.Exists(to))
        {
            File.Move(from, to, overwrite: true);
        }
    }

    private Task<int> NoteAsync(string region, string sm3, string sha256, long size, string type, CancellationToken cancel) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add("insert into files(region, sm3, sha256, size, type, scan, added_at) values (@region, @sm3, @sha256, @size, @type, @scan, @at) on conflict (region, sm3) do nothing",
                ("region", region), ("sm3", sm3), ("sha256", sha256), ("size", size), ("type", type), ("scan", Scan is null ? "not-scanned" : "clean"), ("at", time.GetUtcNow()));
            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);

    /// <summary>Browsers of old send whole paths; nothing of a path is kept.</summary>
    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim();
        return clean.Length > 120 ? clean[..100] + Path.GetExtension(clean) : clean.Length == 0 ? "未命名" : clean;
    }
}
