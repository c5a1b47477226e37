namespace Fadu.Core.Checking;

/// <summary>The text of a report file, or the reason in Chinese why there is none.</summary>
public sealed record ReportText(string? Text, string? Problem)
{
    public static ReportText Of(string text) => new(text, null);

    public static ReportText Unreadable(string problem) => new(null, problem);
}
