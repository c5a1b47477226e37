using System.IO.Compression;
using System.Text.Json;
using Dapper;
using Fadu.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Fadu.Core.Backups;

/// <summary>Writes a store into one archive while it is in use: database as of one moment, files, keys and the district's own definitions.</summary>
/// <remarks>The archive holds the signing key and personal data: it is made readable by its owner only, and is to be kept like the store itself.</remarks>
public static class BackupWriter
{
    private static readonly string[] Folders = ["files", "keys", "law"];

    /// <summary>Writes the archive; it has its name only once it is complete.</summary>
    /// <exception cref="StoreException">The file exists, or cannot be written.</exception>
    public static async Task<BackupManifest> WriteAsync(FaduSystem system, string path, Action<string>? progress = null, CancellationToken cancel = default)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path))
        {
            throw new StoreException($"文件 {path} 已存在", "请换一个文件名，备份从不覆盖已有文件");
        }

        var partial = path + ".partial";
        try
        {
            BackupManifest manifest;
            await using (var stream = Private(partial))
            {
                using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    manifest = await FillAsync(archive, system, partial, progress, cancel);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path);
            await NoteAsync(system, path, cancel);
            return manifest;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"备份未能写入 {path}：{StorageFaults.Says(e) ?? e.Message}", "请检查磁盘空间和目录权限后重试；原有数据不受影响");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<BackupManifest> FillAsync(ZipArchive archive, FaduSystem system, string partial, Action<string>? progress, CancellationToken cancel)
    {
        List<BackupFile> files = [];
        progress?.Invoke("数据库");
        // The database first: files are never changed or removed, so all that it speaks of are still there afterwards.
        var (tables, entries, checkpoint) = system.Database is PostgresDatabase
            ? await PostgresDump.WriteAsync(archive, files, system, cancel)
            : await SqliteAsync(archive, files, system, partial + ".db", cancel);
        foreach (var (file, name) in Members(system.Options.Data))
        {
            progress?.Invoke(name);
            await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            files.Add(await AddAsync(archive, "data/" + name, source, cancel));
        }

        var manifest = new BackupManifest(
            BackupManifest.Version, system.District.Region, system.District.Name, system.Time.GetUtcNow(), system.Database.Name, system.Law.Current.Hash, entries, checkpoint, tables, files);
        await using var last = archive.CreateEntry(BackupManifest.Name, CompressionLevel.Fastest).Open();
        await JsonSerializer.SerializeAsync(last, manifest, BackupManifest.Json, cancel);
        return manifest;
    }

    private static async Task<(IReadOnlyList<BackupTable>, long, string?)> SqliteAsync(ZipArchive archive, List<BackupFile> files, FaduSystem system, string copy, CancellationToken cancel)
    {
        try
        {
            await Private(copy).DisposeAsync();
            long entries;
            string? checkpoint;
            await using (var source = (SqliteConnection)await system.Database.OpenAsync(cancel))
            await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
            {
                await target.OpenAsync(cancel);
                source.BackupDatabase(target);
                entries = await target.QuerySingleAsync<long>("select count(*) from entries");
                checkpoint = await target.QuerySingleOrDefaultAsync<string>("select note from checkpoints order by size desc limit 1");
            }

            await using var stream = new FileStream(copy, FileMode.Open, FileAccess.Read);
            files.Add(await AddAsync(archive, "database/fadu.db", stream, cancel));
            return ([], entries, checkpoint);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(copy + "-wal");
            File.Delete(copy + "-shm");
        }
    }

    internal static async Task<BackupFile> AddAsync(ZipArchive archive, string name, Stream source, CancellationToken cancel)
    {
        await using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        var digest = new DigestStream(entry);
        await Task.Run(() => source.CopyTo(digest, 1 << 17), cancel);
        return new(name, digest.Count, digest.Finish().ToString());
    }

    private static IEnumerable<(string File, string Name)> Members(string data) =>
        from folder in Folders
        let root = Path.Combine(data, folder)
        where Directory.Exists(root)
        from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let name = Path.GetRelativePath(data, file).Replace('\\', '/')
        where !name.StartsWith("files/incoming/", StringComparison.Ordinal)
        select (file, name);

    private static FileStream Private(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    private static Task<int> NoteAsync(FaduSystem system, string path, CancellationToken cancel) => system.Database.WriteAsync((connection, transaction) =>
    {
        var batch = new SqlBatch(system.Database);
        batch.Add("insert into jobs(region, name, last_run, last_result) values (@region, 'backup', @at, @result) on conflict (region, name) do update set last_run = excluded.last_run, last_result = excluded.last_result",
            ("region", system.District.Region), ("at", system.Time.GetUtcNow()), ("result", path));
        return batch.ExecuteAsync(connection, transaction, cancel);
    }, cancel);
}
