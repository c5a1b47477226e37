using Fadu.Core;

namespace Fadu.Tests.Faults;

/// <summary>The process that fault tests kill or starve: works on a store and prints what was acknowledged, line by line.</summary>
internal static class FaultProgram
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["write", var data, var law, .. var database]:
                await using (var system = await FaduSystem.OpenAsync(new() { Data = data, Law = law, Database = database.FirstOrDefault() }, TimeProvider.System))
                {
                    await new FaultWriter(system).RunAsync();
                }

                return 0;
            case ["fill", var data, var law]:
                return await DiskFiller.RunAsync(data, law);
            case ["serve", var data]:
                return await FullDiskHost.RunAsync(data);
            default:
                Console.Error.WriteLine("write DATA LAW [DATABASE] | fill DATA LAW | serve DATA");
                return 2;
        }
    }
}
