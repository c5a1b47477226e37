using System.Diagnostics;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Storage;
using Fadu.Tests.Host;
using Fadu.Tests.Imports;
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

    [OwnDiskFact]
    public async Task Host_DiskFull_SaysSoKeepsTheInputAndGoesOnWhenThereIsRoom()
    {
        var folder = Directory.CreateTempSubdirectory("fadu-disk-").FullName;
        try
        {
            var output = await OwnDiskFactAttribute.RunAsync(
                $"mount -t tmpfs -o size=64m none '{folder}' && exec dotnet '{typeof(FaultProgram).Assembly.Location}' serve '{folder}'");

            output.ShouldContain("full 422 没有保存，请先处理以下问题 磁盘空间已满，本次操作没有保存，已保存的内容不受影响。请联系系统管理员清理磁盘后重试。");
            output.ShouldContain("kept 请求撤销行政处罚决定");
            output.ShouldContain("reading 200");
            output.ShouldContain("after 200 /matters/");
            output.ShouldContain("ledger sound 1");
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [OwnDiskFact]
    public async Task Command_DiskFull_SaysSoLosesNothingAndGoesOnWhenThereIsRoom()
    {
        var folder = Directory.CreateTempSubdirectory("fadu-disk-").FullName;
        var table = new PenaltyTable();
        for (var i = 0; i < 3000; i++)
        {
            table.Add($"D{i}");
        }

        try
        {
            var seed = Path.Combine(folder, "seed");
            await using (await DistrictSetup.OpenAsync(new() { Data = seed, Law = Installation.Law }, TimeProvider.System, TestDistrict.District, TestDistrict.Offices, [], TestDistrict.Officers))
            {
            }

            SqliteConnection.ClearAllPools();
            var csv = Path.Combine(folder, "table.csv");
            await File.WriteAllBytesAsync(csv, table.Csv(new System.Text.UTF8Encoding(true)));
            var disk = Directory.CreateDirectory(Path.Combine(folder, "disk")).FullName;
            var fadu = $"dotnet '{FaduCommand.Path}'";
            var import = $"{fadu} import penalty '{csv}' --source 系统 --data '{disk}/data'";
            var output = await OwnDiskFactAttribute.RunAsync(string.Join('\n',
                $"mount -t tmpfs -o size=200k none '{disk}'",
                $"{fadu} init --region 330399 --name 青川区人民政府 --short 青川区 --data '{disk}/data' 2>&1; echo \"init $?\"",
                $"mount -o remount,size=$(( $(du -sk '{seed}' | cut -f1) + 3000 ))k '{disk}' && rm -rf '{disk}/data' && cp -r '{seed}' '{disk}/data'",
                $"{import} 2>&1; echo \"first $?\"",
                $"mount -o remount,size=500m '{disk}'",
                $"{fadu} ledger verify --data '{disk}/data' --json > /dev/null; echo \"ledger $?\"",
                $"{import} 2>&1; echo \"second $?\"",
                $"{fadu} ledger verify --data '{disk}/data' --json > /dev/null; echo \"ledger again $?\""));

            var said = output.Split('\n');
            Before(said, "init 1").ShouldBe("磁盘空间已满，本次操作没有保存，已保存的内容不受影响。请联系系统管理员清理磁盘后重试。");
            Before(said, "first 1").ShouldBe("磁盘空间已满，本次操作没有保存，已保存的内容不受影响。请联系系统管理员清理磁盘后重试。");
            said.ShouldContain("ledger 0");
            Before(said, "second 0").ShouldStartWith("已导入：读取3000行，新增3000，");
            said.ShouldContain("ledger again 0");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Before(string[] lines, string line)
    {
        lines.ShouldContain(line);
        return lines[Array.IndexOf(lines, line) - 1];
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
