using System.Diagnostics;

namespace Fadu.Tests.Documents;

/// <summary>A test that looks at files through LibreOffice and poppler; shown as skipped, with the reason, where they are not installed.</summary>
public sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute(params string[] programs)
    {
        var missing = programs.Prepend("soffice").FirstOrDefault(p => !IsInstalled(p));
        if (missing is not null) Skip = $"{missing} is not installed (libreoffice-writer-nogui, libreoffice-calc-nogui, poppler-utils).";
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

/// <summary>Tests in this collection share one LibreOffice profile and so must not run at the same time.</summary>
[CollectionDefinition(Name)]
public sealed class OfficeCollection : ICollectionFixture<OfficeProfile>
{
    public const string Name = "Office";
}

public sealed class OfficeProfile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fadu-office-profile-").FullName;

    /// <summary>Converts files of one folder in one go and gives the paths of the results.</summary>
    public string[] Convert(string format, params string[] files)
    {
        Office.Run("soffice", [$"-env:UserInstallation=file://{_folder}", "--headless", "--convert-to", format, "--outdir", Path.GetDirectoryName(files[0])!, .. files]);
        var results = files.Select(f => Path.ChangeExtension(f, format)).ToArray();
        results.ShouldAllBe(r => File.Exists(r));
        return results;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

internal static class Office
{
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit(120_000).ShouldBeTrue();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    public static void InFolder(Action<string> use)
    {
        var folder = Directory.CreateTempSubdirectory("fadu-office-").FullName;
        try
        {
            use(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
