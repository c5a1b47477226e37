using System.Diagnostics;
using System.Globalization;
using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Imports;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
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
        var folder = Path.Combine(Path.GetTempPath(), "fadu-bench-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            var options = new FaduOptions { Data = folder, Database = args.Length > 1 ? args[1] : null, Law = LawFolder() };
            await DistrictSetup.CreateAsync(options, new("330399", "青川区人民政府", "青川区", [], false), [new Office("gov", "青川区人民政府", "青", "government", null, 0, 1, true), new("urban", "青川区综合行政执法局", "青综执", "department", "gov", 400, 2, true)]);
            await using var system = await FaduSystem.OpenAsync(options, TimeProvider.System);
            var path = Path.Combine(folder, "penalty.xlsx");
            await using (var file = File.Create(path))
            {
                ImportSheetMaker.Write(file, system.Imports.Layout("penalty"), rows);
            }

            Console.WriteLine($"{rows:N0} rows of penalty cases, {new FileInfo(path).Length / 1024.0 / 1024:N1} MB, {system.Database.Name}, {Environment.ProcessorCount} cores");
            Measure("baseline: read the file only", rows, () => Task.FromResult(Read(path))).Wait();
            var actor = Actor.System("330399");
            await using var content = File.OpenRead(path);
            var record = await system.Imports.UploadAsync("penalty", new("执法系统", "urban"), "penalty.xlsx", content, actor);
            await Measure("check: every row through the procedure", rows, async () => (record = await system.Imports.CheckAsync(record, actor)).Counts.Valid);
            var rate = await Measure("import: the same and written durably", rows, async () => (record = await system.Imports.ImportAsync(record, actor, true)).Counts.Added);
            await Measure("the same file again: nothing to write", rows, async () => (await system.Imports.ImportAsync(record, actor, true)).Counts.Same);
            Console.WriteLine($"target {Target:N0} rows/s: {(rate >= Target ? "met" : "MISSED")}");
            return rate >= Target ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<double> Measure(string what, int rows, Func<Task<int>> run)
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
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        var good = await run();
        var seconds = clock.Elapsed.TotalSeconds;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        await stop.CancelAsync();
        await watch;
        Console.WriteLine($"{what,-42} {rows / seconds,9:N0} rows/s  {seconds,6:N1} s, {used,6:N1} processor s ({used / rows * 1e6:N0} µs and {(GC.GetTotalAllocatedBytes() - allocated) / 1024 / rows:N0} KB a row), {good:N0} rows good, heap at most {peak / 1024 / 1024:N0} MB");
        return rows / seconds;
    }

    private static int Read(string path)
    {
        using var file = File.OpenRead(path);
        using var table = TableReader.Open(file);
        return table.Rows().Count();
    }

    private static string LawFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "law", "registers")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? ".", "law");
    }
}
