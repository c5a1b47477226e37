namespace Fadu.Browser.Tests;

/// <summary>The browser of the machine; nothing is downloaded.</summary>
internal static class Chromium
{
    public const string Program = "/usr/bin/chromium";

    public static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    public static string? Missing => File.Exists(Program) ? null : $"{Program} is not installed (apt-get install chromium fonts-noto-cjk).";
}

/// <summary>A test in the browser; shown as skipped, with the reason, where it is not installed.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <summary>The same for a table of cases.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
