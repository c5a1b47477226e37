using System.Diagnostics;
using Fadu.Core;

namespace Fadu.Tests.Faults;

/// <summary>The <c>fadu</c> command as a process of its own.</summary>
internal static class FaduCommand
{
    /// <summary>The program.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "fadu.dll");

    /// <summary>Starts it over a store.</summary>
    public static Process Start(FaduOptions store, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        List<string> all = [Path, .. arguments, "--data", store.Data, .. store.Database is { } connection ? new[] { "--database", connection } : []];
        all.ForEach(start.ArgumentList.Add);
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(FaduOptions store, params string[] arguments)
    {
        using var process = Start(store, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
