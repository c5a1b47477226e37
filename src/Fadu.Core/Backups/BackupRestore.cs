using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Dapper;
using Fadu.Core.Storage;
using Npgsql;

namespace Fadu.Core.Backups;

/// <summary>Puts a backup into an empty store. All or nothing: an interrupted restore is not taken for a store.</summary>
public static class BackupRestore
{
    /// <summary>Restores; whoever calls it verifies the ledger afterwards.</summary>
    /// <exception cref="StoreException">The archive is damaged, or the target holds something.</exception>
    public static async Task<BackupManifest> RestoreAsync(string path, FaduOptions options, Action<string>? progress = null, CancellationToken cancel = default)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var manifest = await ManifestAsync(archive, path, cancel);
            await RefuseUnfitAsync(manifest, options, cancel);
            var staging = Path.Combine(options.Data, ".restore");
            try
            {
                Directory.CreateDirectory(staging);
                await (manifest.Database == "postgres" ? PostgresAsync(archive, manifest, options, staging, progress, cancel) : SqliteAsync(archive, manifest, options, staging, progress, cancel));
            }
            finally
            {
                Directory.Delete(staging, recursive: true);
            }

            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw Damaged(path, "不是法度的备份文件，或者已残缺");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"恢复未能完成：{StorageFaults.Says(e) ?? e.Message}", "请检查文件、磁盘空间和目录权限后重试");
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive archive, string path, CancellationToken cancel)
    {
        var entry = archive.GetEntry(BackupManifest.Name) ?? throw Damaged(path, "没有清单 manifest.json");
        await using var stream = await entry.OpenAsync(cancel);
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupManifest.Json, cancel) ?? throw Damaged(path, "清单是空的");
        if (manifest.Format != BackupManifest.Version)
        {
            throw Damaged(path, $"版本 {manifest.Format} 不能由本程序读取");
        }

        // The members are exactly those listed, and none can leave the folder it is put into.
        var listed = manifest.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var members = archive.Entries.Select(e => e.FullName).Where(n => n != BackupManifest.Name).ToHashSet(StringComparer.Ordinal);
        return !listed.SetEquals(members) ? throw Damaged(path, "所含文件与清单不符")
            : listed.Any(n => n.Contains("..", StringComparison.Ordinal) || n.Contains('\\') || !(n.StartsWith("data/", StringComparison.Ordinal) || n.StartsWith("database/", StringComparison.Ordinal)))
                ? throw Damaged(path, "含有不应有的路径")
            : manifest;
    }

    private static async Task RefuseUnfitAsync(BackupManifest manifest, FaduOptions options, CancellationToken cancel)
    {
        if (manifest.Database == "postgres" != options.Database is not null)
        {
            throw manifest.Database == "postgres"
                ? new StoreException("这是 PostgreSQL 的备份", "请用 --database 指定一个空的数据库，并用 --data 指定存放文件和密钥的目录")
                : new StoreException("这是内嵌数据库的备份", "请只用 --data 指定一个空目录，不要用 --database");
        }

        if (Directory.Exists(options.Data) && Directory.EnumerateFileSystemEntries(options.Data).Any())
        {
            throw new StoreException($"目录 {options.Data} 不是空的", "恢复不会覆盖已有数据，请换一个空目录");
        }

        if (options.Database is not null)
        {
            await using var database = Database.Open(options.Database);
            await using var connection = await database.OpenAsync(cancel);
            if (await connection.QuerySingleAsync<long>("select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and c.relkind in ('r', 'v', 'p')") > 0)
            {
                throw new StoreException("数据库里已经有表", "恢复不会覆盖已有数据，请新建一个空数据库");
            }
        }
    }

    private static async Task SqliteAsync(ZipArchive archive, BackupManifest manifest, FaduOptions options, string staging, Action<string>? progress, CancellationToken cancel)
    {
        foreach (var file in manifest.Files)
        {
            progress?.Invoke(file.Path);
            await ExtractAsync(archive, file, staging, cancel);
        }

        MoveFolders(staging, options.Data);
        // The database last: without it the folder is not a store.
        File.Move(Path.Combine(staging, "database", "fadu.db"), Path.Combine(options.Data, "fadu.db"));
    }

    private static async Task PostgresAsync(ZipArchive archive, BackupManifest manifest, FaduOptions options, string staging, Action<string>? progress, CancellationToken cancel)
    {
        await using var database = Database.Open(options.Database!);
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        foreach (var table in manifest.Tables)
        {
            progress?.Invoke(table.Name);
            var file = manifest.Files.Single(f => f.Path == $"database/{table.Name}.copy");
            await using var stream = await archive.GetEntry(file.Path)!.OpenAsync(cancel);
            var digest = new DigestStream(stream);
            await PostgresDump.FillAsync(connection, table, digest, cancel);
            Check(file, digest);
        }

        foreach (var table in manifest.Tables)
        {
            await PostgresDump.FinishAsync(connection, table);
        }

        foreach (var file in manifest.Files.Where(f => f.Path.StartsWith("data/", StringComparison.Ordinal)))
        {
            progress?.Invoke(file.Path);
            await ExtractAsync(archive, file, staging, cancel);
        }

        MoveFolders(staging, options.Data);
        await transaction.CommitAsync(cancel);
    }

    private static async Task ExtractAsync(ZipArchive archive, BackupFile file, string staging, CancellationToken cancel)
    {
        var target = Path.Combine(staging, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && (file.Path.StartsWith("data/keys/", StringComparison.Ordinal) || file.Path.StartsWith("database/", StringComparison.Ordinal)))
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = await archive.GetEntry(file.Path)!.OpenAsync(cancel);
        await using var output = new FileStream(target, options);
        var digest = new DigestStream(stream);
        await Task.Run(() => digest.CopyTo(output, 1 << 17), cancel);
        output.Flush(flushToDisk: true);
        Check(file, digest);
    }

    private static void Check(BackupFile file, DigestStream digest)
    {
        if (digest.Count != file.Size || digest.Finish().ToString() != file.Sm3)
        {
            throw new StoreException($"备份里的 {file.Path} 与清单中的摘要不符，备份已损坏或者被改动", "没有恢复任何内容，请使用另一份备份");
        }
    }

    private static void MoveFolders(string staging, string data)
    {
        if (Directory.Exists(Path.Combine(staging, "data")))
        {
            foreach (var folder in Directory.EnumerateDirectories(Path.Combine(staging, "data")))
            {
                Directory.Move(folder, Path.Combine(data, Path.GetFileName(folder)));
            }
        }
    }

    private static StoreException Damaged(string path, string says) => new($"{path}：{says}", "没有恢复任何内容，请使用另一份备份");
}
