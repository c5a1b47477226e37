using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Faults;

/// <summary>Runs on a disk of its own until that is full, then makes room and goes on; prints what it met.</summary>
internal static class DiskFiller
{
    public static async Task<int> RunAsync(string data, string law)
    {
        var options = new FaduOptions { Data = Path.Combine(data, "store"), Law = law };
        await DistrictSetup.CreateAsync(options, new(LedgerStore.Region, "云溪区", "云溪", [], false), [new Office("tj", "云溪街道", "云街", "street", null, 0, 1, true)]);
        await using var system = await FaduSystem.OpenAsync(options, TimeProvider.System);
        var ballast = Path.Combine(data, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[4 << 20]);
        List<long> acknowledged = [];
        try
        {
            while (true)
            {
                acknowledged.Add(LedgerStore.Recorded(await system.Matters.RecordAsync(LedgerStore.Apply("赵某", 5000m), LedgerStore.Clerk)).Id);
            }
        }
        catch (Exception e) when (StorageFaults.Says(e) is { } says)
        {
            Console.WriteLine($"says {says}");
        }

        await CheckAsync(system, acknowledged, "full");
        File.Delete(ballast);
        acknowledged.Add(LedgerStore.Recorded(await system.Matters.RecordAsync(LedgerStore.Apply("钱某", 5000m), LedgerStore.Clerk)).Id);
        await system.Sealer.SealAsync();
        await CheckAsync(system, acknowledged, "after");
        return 0;
    }

    private static async Task CheckAsync(FaduSystem system, List<long> acknowledged, string when)
    {
        var report = await system.Verifier.VerifyAsync();
        Console.WriteLine($"{when} {(report.IsSound ? "sound" : report.Faults[0].Sentence)} {report.Rows - acknowledged.Count} {acknowledged.Count}");
    }
}
