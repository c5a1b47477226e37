using System.Diagnostics;
using System.Globalization;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Offices;

namespace Fadu.Bench;

/// <summary>Seconds in which the list of a register is exported as a workbook, masked as a reader sees it; beside reading the same rows and writing nothing.</summary>
internal static class ExportBench
{
    private const double Target = 10;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var met = true;
        foreach (var server in BenchStore.Servers)
        {
            await using var store = await BenchStore.CreateAsync(server, [new("gov", "青川区人民政府", "青", "government", null, 0, 1, true), .. RegisterFiller.Offices.Select((o, i) => new Office(o, $"第{i + 1}执法局", o, "department", "gov", 10, i + 2, true))]);
            await new RegisterFiller(store.System).FillAsync(count);
            met &= await MeasureAsync(store, count);
        }

        return met ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(BenchStore store, int count)
    {
        var (system, actor) = (store.System, Actor.System("330399"));
        var register = system.Law.Current.Latest(RegisterFiller.Register);
        var names = ListColumns.Defaults(register);
        var byName = ListColumns.Of(system.Law.Current, register.Id).ToDictionary(c => c.Name);
        var query = new ListQuery { Register = register.Id, Columns = [.. names, .. FactWords.NeededFor(register, names)] };
        double best = double.MaxValue, baseline = double.MaxValue;
        long size = 0, memory = 0;
        for (var round = 0; round < 3; round++)
        {
            baseline = Math.Min(baseline, await SecondsAsync(async () =>
            {
                await foreach (var _ in system.Lists.StreamAsync(query, actor))
                {
                }
            }));
            best = Math.Min(best, await SecondsAsync(async () =>
            {
                var path = Path.Combine(store.Folder, "export.xlsx");
                await using var file = File.Create(path);
                var written = await ListExport.WriteAsync(file, register.Title, "青川区", [.. names.Select(n => byName[n])], new(register, system.Offices, actor.Region, true), system.Lists.StreamAsync(query, actor));
                if (written != count)
                {
                    throw new InvalidOperationException($"{written:N0} rows written of {count:N0}");
                }

                (size, memory) = (file.Length, GC.GetTotalMemory(false));
            }));
        }

        Console.WriteLine($"{system.Database.Name}: {count:N0} rows of {names.Count} columns, {size / 1024.0 / 1024:N1} MB in {best:N1} s; reading them only {baseline:N1} s ({best / baseline:N1} times); heap {memory / 1024 / 1024:N0} MB; target {Target:N0} s: {(best <= Target ? "met" : "MISSED")}; {BenchStore.Load}");
        return best <= Target;
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalSeconds;
    }
}
