using System.IO.Compression;
using Fadu.Core;
using Fadu.Core.Backups;
using Fadu.Core.Ledger;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Ledger;

public sealed class BackupTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Restore_BackupOfAStoreInUse_GivesAnEqualStoreThatGoesOn(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        await using var target = await LedgerStore.EmptyAsync(kind, null);
        var id = await store.RecordAsync();
        await store.System.Sealer.SealAsync();
        await store.RecordAsync("孙某");
        Directory.CreateDirectory(Path.Combine(store.Options.Data, "law"));
        var file = Path.Combine(store.Options.Data, "backup.zip");

        var manifest = await BackupWriter.WriteAsync(store.System, file);
        await store.RecordAsync("后来");
        await BackupRestore.RestoreAsync(file, target.Options);

        manifest.Entries.ShouldBe(12);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(LedgerKey.PathOf(target.Options.Data)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var restored = await FaduSystem.OpenAsync(target.Options, TimeProvider.System);
        var report = await restored.Verifier.VerifyAsync();
        report.Faults.ShouldBeEmpty();
        (report.Entries, report.Leaves, report.Rows, report.Files).ShouldBe((12, 6, 2, 2));
        LedgerStore.Recorded(await restored.Matters.RecordAsync(LedgerStore.Step(id, 6, "perform", ("performance", "performed")), LedgerStore.Clerk)).Version.ShouldBe(7);
        (await restored.Sealer.SealAsync()).Sealed.ShouldBe(7);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Restore_IntoAStoreThatHoldsSomething_IsRefused(DatabaseKind kind)
    {
        await using var store = await LedgerStore.CreateAsync(kind);
        var file = Path.Combine(Path.GetTempPath(), $"fadu-{Guid.NewGuid():N}.zip");
        try
        {
            await BackupWriter.WriteAsync(store.System, file);

            (await Should.ThrowAsync<StoreException>(() => BackupRestore.RestoreAsync(file, store.Options))).Message.ShouldContain("不会覆盖");
            (await Should.ThrowAsync<StoreException>(() => BackupWriter.WriteAsync(store.System, file))).Message.ShouldContain("已存在");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Restore_ArchiveAltered_IsRefusedAndLeavesNothing()
    {
        await using var store = await LedgerStore.CreateAsync(DatabaseKind.Sqlite);
        await using var target = await LedgerStore.EmptyAsync(DatabaseKind.Sqlite, null);
        await store.RecordAsync();
        var file = Path.Combine(store.Options.Data, "backup.zip");
        await BackupWriter.WriteAsync(store.System, file);
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            var member = archive.Entries.First(e => e.FullName.StartsWith("data/files/", StringComparison.Ordinal));
            await using var stream = member.Open();
            stream.WriteByte((byte)'X');
        }

        (await Should.ThrowAsync<StoreException>(() => BackupRestore.RestoreAsync(file, target.Options))).Message.ShouldContain("与清单中的摘要不符");
        Directory.EnumerateFileSystemEntries(target.Options.Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Restore_NotABackup_SaysSo()
    {
        await using var target = await LedgerStore.EmptyAsync(DatabaseKind.Sqlite, null);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "不是备份");

        (await Should.ThrowAsync<StoreException>(() => BackupRestore.RestoreAsync(file, target.Options))).Message.ShouldContain("不是法度的备份文件");
        File.Delete(file);
    }
}
