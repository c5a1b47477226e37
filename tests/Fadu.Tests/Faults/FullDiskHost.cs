using Fadu.Core;
using Fadu.Core.Districts;
using Fadu.Tests.Host;
using Fadu.Tests.Pages;
using Fadu.Web;
using Microsoft.AspNetCore.TestHost;

namespace Fadu.Tests.Faults;

/// <summary>A host on a disk of its own: a clerk records while the disk is full and again when there is room; prints what the pages said.</summary>
internal static class FullDiskHost
{
    public static async Task<int> RunAsync(string data)
    {
        FaduOptions options = new() { Data = Path.Combine(data, "store"), Law = Installation.Law };
        await using var system = await DistrictSetup.OpenAsync(options, TimeProvider.System, TestDistrict.District, TestDistrict.Offices, TestDistrict.Accounts, TestDistrict.Officers);
        var app = FaduHost.Build(system, [], builder => builder.WebHost.UseTestServer());
        await app.StartAsync();
        await using var host = new TestHost(system, app, new FakeClock(DateTimeOffset.UnixEpoch), TestDistrict.Password);
        var clerk = await host.As("fuyi");
        var form = await clerk.Get("/registers/reconsideration/new");

        var ballast = Path.Combine(data, "ballast");
        Fill(ballast);
        var full = await ReconsiderationForms.Fill(form, "2024-03-04", "赵满盘");
        Console.WriteLine($"full {(int)full.Status} {full.Words(".error-summary")} kept {full.One("[name='f.requests']").TextContent}");
        Console.WriteLine($"reading {(int)(await clerk.Get("/")).Status}");

        File.Delete(ballast);
        var again = await full.Submit("form.step-form", null, [], [new("file.0", "复议申请书.pdf", ReconsiderationForms.Pdf("赵满盘"))]);
        Console.WriteLine($"after {(int)again.Status} {again.Path.Split('?')[0]}");
        var report = await system.Verifier.VerifyAsync();
        Console.WriteLine($"ledger {(report.IsSound ? "sound" : report.Faults[0].Sentence)} {report.Rows}");
        return 0;
    }

    private static void Fill(string ballast)
    {
        using var file = new FileStream(ballast, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
                file.Flush(flushToDisk: true);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
