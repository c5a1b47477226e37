using System.Diagnostics;
using System.Globalization;
using Dapper;
using Fadu.Core.Imports;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Core.Tables;

namespace Fadu.Bench;

/// <summary>Rows per second of an XLSX import with full validation: the check alone, the import, the same file again; beside a baseline that only reads the file.</summary>
/// <remarks>Processor seconds of this process stand beside the seconds by the clock, so that a busy machine shows. Memory is the live heap after a collection while the pass runs.</remarks>
internal static class ImportBench
{
    private const double Target = 5_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
        var only = args.Length > 2 ? args[2] : null;
        var met = true;
        foreach (var server in BenchStore.Servers.Where(s => args.Length < 2 || args[1] == (s is null ? "sqlite" : "postgres")))
        {
            await using var store = await BenchStore.CreateAsync(server, [new("gov", "青川区人民政府", "青", "government", null, 0, 1, true), new("urban", "青川区综合行政执法局", "青综执", "department", "gov", 400, 2, true)]);
            met &= only == "penalty" || await RunAsync(store, "statistics-return", "figures of one act", rows, ImportSheetMaker.WriteReturns);
            met &= only == "statistics-return" || await RunAsync(store, "penalty", "penalty cases by two procedures", rows, ImportSheetMaker.Write);
        }

        return met ? 0 : 1;
    }

    private static async Task<bool> RunAsync(BenchStore store, string register, string what, int rows, Action<Stream, ImportLayout, int> write)
    {
        var system = store.System;
        var path = Path.Combine(store.Folder, register + ".xlsx");
        await using (var file = File.Create(path))
        {
            write(file, system.Imports.Layout(register), rows);
        }

        Console.WriteLine($"{system.Database.Name}: {rows:N0} rows of {what}, {new FileInfo(path).Length / 1024.0 / 1024:N1} MB; {BenchStore.Load}");
        var baseline = await Measure(system.Database, "baseline: read the file only", rows, () => Task.FromResult(Read(path)));
        var actor = Actor.System("330399");
        await using var content = File.OpenRead(path);
        var record = await system.Imports.UploadAsync(register, new("执法系统", "urban"), register + ".xlsx", content, actor);
        await Measure(system.Database, "check: every row through the procedure", rows, async () => (record = await system.Imports.CheckAsync(record, actor)).Counts.Valid);
        var rate = await Measure(system.Database, "import: the same and written durably", rows, async () => (record = await system.Imports.ImportAsync(record, actor, true)).Counts.Added);
        await Measure(system.Database, "baseline: insert the same rows, SQL alone", rows, () => ImportCopy.RunAsync(store, register));
        await Measure(system.Database, "the same file again: nothing to write", rows, async () => (await system.Imports.ImportAsync(record, actor, true)).Counts.Same);
        await using var connection = await system.Database.OpenAsync();
        var acts = await connection.QuerySingleAsync<long>("select sum(version) from matters where register = @register", new { register });
        Console.WriteLine($"import at {rate / baseline:P0} of the baseline, {rate * acts / rows:N0} acts/s; target {Target:N0} rows/s: {(rate >= Target ? "met" : "MISSED")}; {BenchStore.Load}");
        return rate >= Target;
    }

    private static async Task<double> Measure(Database database, string what, int rows, Func<Task<int>> run)
    {
        long peak = 0;
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(false));
                await Task.Delay(100, CancellationToken.None);
            }
        });
        GC.Collect();
        var server = await ServerTime.ReadAsync(database);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        var good = await run();
        var seconds = clock.Elapsed.TotalSeconds;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        var served = ServerTime.Between(server, await ServerTime.ReadAsync(database));
        await stop.CancelAsync();
        await watch;
        Console.WriteLine($"{what,-42} {rows / seconds,9:N0} rows/s  {seconds,6:N1} s, {used,6:N1} processor s ({used / rows * 1e6:N0} µs and {(GC.GetTotalAllocatedBytes() - allocated) / 1024 / rows:N0} KB a row){(served > 0 ? $" and {served:N1} of the server ({served / rows * 1e6:N0} µs)" : "")}, {good:N0} rows good, heap at most {peak / 1024 / 1024:N0} MB");
        return rows / seconds;
    }

    private static int Read(string path)
    {
        using var file = File.OpenRead(path);
        using var table = TableReader.Open(file);
        return table.Rows().Count();
    }
}
