using System.Diagnostics;
using Fadu.Core.Storage;
using Fadu.Tests.Ledger;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fadu.Tests.Faults;

public sealed class DiskFullTests
{
    [OwnDiskFact]
    public async Task Record_DiskFull_SaysSoLosesNothingAndGoesOnWhenThereIsRoom()
    {
        var folder = Directory.CreateTempSubdirectory("fadu-disk-").FullName;
        var law = LedgerStore.SmallLaw();
        try
        {
            var output = await OwnDiskFactAttribute.RunAsync(
                $"mount -t tmpfs -o size=16m none '{folder}' && exec dotnet '{typeof(FaultProgram).Assembly.Location}' fill '{folder}' '{law}'");

            output.ShouldContain("says 磁盘空间已满，本次操作没有保存");
            output.ShouldContain("full sound 0 ");
            output.ShouldContain("after sound 0 ");
        }
        finally
        {
            Directory.Delete(folder);
            Directory.Delete(law, recursive: true);
        }
    }

    public static TheoryData<string, Exception, string> Faults => new()
    {
        { "sqlite full", new SqliteException("x", 13), "磁盘空间已满" },
        { "sqlite busy", new SqliteException("x", 5), "数据库正忙" },
        { "sqlite corrupt", new SqliteException("x", 11), "从备份恢复" },
        { "postgres full", new PostgresException("x", "ERROR", "ERROR", "53100"), "磁盘空间已满" },
        { "postgres gone", new NpgsqlException("x", new IOException()), "连接中断" },
        { "file system full", new IOException("x", 28), "磁盘空间已满" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Says_FaultOfStorage_TellsWhatToDo(string name, Exception fault, string says) =>
        StorageFaults.Says(new InvalidOperationException(name, fault)).ShouldNotBeNull().ShouldContain(says);

    [Fact]
    public void Says_FaultOfSomethingElse_SaysNothing() => StorageFaults.Says(new InvalidOperationException("x")).ShouldBeNull();
}

/// <summary>A test that needs a small disk of its own; skipped where the system does not allow one.</summary>
internal sealed class OwnDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Allowed = new(() => Run("mount -t tmpfs -o size=1m none /mnt").ExitCode == 0);

    public OwnDiskFactAttribute()
    {
        if (!Allowed.Value)
        {
            Skip = "this system does not allow a process its own mounts (unshare -rm)";
        }
    }

    public static async Task<string> RunAsync(string script)
    {
        var (exit, output) = await Task.Run(() => Run(script));
        return exit == 0 ? output : throw new InvalidOperationException($"exit {exit}: {output}");
    }

    private static (int ExitCode, string Output) Run(string script)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "no unshare");
        }
    }
}
