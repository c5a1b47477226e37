using System.Text;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Replays;

/// <summary>Sample instruments: one short text for each kind, so that every file that a generated matter names can be opened and verified.</summary>
internal static class DemonstrationFiles
{
    /// <summary>The file as a matter names it.</summary>
    public static AttachedFile Of(string instrument)
    {
        var content = Content(instrument);
        return new(instrument, instrument + ".txt", Sm3.Hash(content).ToString(), content.Length);
    }

    /// <summary>Stores one of each.</summary>
    public static async Task StoreAsync(FaduSystem system, CancellationToken cancel)
    {
        foreach (var instrument in system.Law.Current.Registers.SelectMany(r => r.Steps).SelectMany(s => s.Files.Concat(s.OptionalFiles)).Distinct())
        {
            await system.Files.StoreAsync(system.District.Region, instrument, instrument + ".txt", new MemoryStream(Content(instrument)), cancel);
        }
    }

    private static byte[] Content(string instrument) => Encoding.UTF8.GetBytes($"演示文书：{instrument}\n");
}
