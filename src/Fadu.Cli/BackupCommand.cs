using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Fadu.Core;
using Fadu.Core.Backups;
using Fadu.Rules.Calendar;

namespace Fadu.Cli;

/// <summary>`fadu backup` and `fadu restore`.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "备份文件，例如 /backup/fadu-2024-09-07.zip" };
        return new Command("backup", "在使用中备份数据库、文件、密钥和本区县的制度定义；备份含签名密钥和个人信息，应当妥善保管") { file }.OverStore(async (system, result, cancel) =>
        {
            var clock = Stopwatch.StartNew();
            var manifest = await BackupWriter.WriteAsync(system, result.GetRequiredValue(file), null, cancel);
            var size = new FileInfo(result.GetRequiredValue(file)).Length / 1048576.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"已备份{manifest.District}：留痕 {manifest.Entries} 条，文件 {manifest.Files.Count} 个，{size:F1} MB，用时 {clock.Elapsed.TotalSeconds:F1} 秒。"));
            return 0;
        });
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "备份文件" };
        var command = new Command("restore", "把备份恢复到空的数据目录（和空的 PostgreSQL 数据库），并按留痕账本核验") { file, StoreOptions.Data, StoreOptions.Database };
        command.SetAction(async (result, cancel) =>
        {
            var options = StoreOptions.Of(result);
            var manifest = await BackupRestore.RestoreAsync(result.GetRequiredValue(file), options, null, cancel);
            Console.WriteLine($"已恢复{manifest.District}，备份时间 {manifest.At.InChina():yyyy-MM-dd HH:mm}，正在核验……");
            await using var system = await FaduSystem.OpenAsync(options, TimeProvider.System, cancel);
            var clock = Stopwatch.StartNew();
            var report = await LedgerPrint.WithProgressAsync(progress => system.Verifier.VerifyAsync(null, progress, cancel));
            LedgerPrint.Write(report, clock.Elapsed, json: false);
            return report.IsSound && report.Entries == manifest.Entries ? 0 : 1;
        });
        return command;
    }
}
