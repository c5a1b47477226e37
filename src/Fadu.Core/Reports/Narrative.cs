namespace Fadu.Core.Reports;

/// <summary>How far a paragraph is.</summary>
public enum NarrativeStatus
{
    /// <summary>待报送.</summary>
    Asked,
    /// <summary>已报送.</summary>
    Submitted,
    /// <summary>退回修改.</summary>
    Returned,
    /// <summary>已采用.</summary>
    Accepted,
}

/// <summary>A paragraph asked of an office or role, in its newest version.</summary>
/// <param name="Office">Code of the office; <c>@</c> and a role where the holders of a role write it.</param>
/// <param name="Version">Grows with every act; each version stays on record.</param>
/// <param name="Reason">Why it was sent back.</param>
public sealed record Narrative(string Report, string Section, string Office, int Version, NarrativeStatus Status, string Text, string Reason, string Account, DateTimeOffset At);
