using Fadu.Core.Documents;

namespace Fadu.Core.Reports;

/// <summary>A frozen report (定稿): its text, every figure with its origin, and what binds them.</summary>
/// <param name="Sequence">1 for the first freeze of the report.</param>
/// <param name="Sm3">SM3 of the body as stored; the ledger entry of the freeze carries it.</param>
/// <param name="Law">Hash of the definitions under which the figures were computed.</param>
/// <param name="CheckpointSize">Entries of the signed ledger checkpoint that covers everything counted.</param>
/// <param name="Reason">Why it was frozen although the checker found a contradiction; else empty.</param>
public sealed record SnapshotHead(
    string Id, string Report, int Sequence, string Title, int Year, string Office, string Sm3, string Law, long CheckpointSize, string CheckpointRoot, string Reason, DateTimeOffset FrozenAt, string Account);

/// <summary>A frozen report with its text and figures.</summary>
public sealed record Snapshot(SnapshotHead Head, OfficialDocument Document, IReadOnlyList<ReportFigure> Figures)
{
    /// <summary>The figure with this identifier, or none.</summary>
    public ReportFigure? Figure(string? id) => Figures.FirstOrDefault(f => f.Id == id);
}

/// <summary>A matter of a frozen list beside its present state.</summary>
/// <param name="Frozen">Version when it was counted.</param>
/// <param name="Now">Version now; none = it is gone.</param>
public sealed record FrozenMatter(long Id, int Frozen, int? Now, string Register, string? Number, string Title, string Office, string? Handler, string Status)
{
    /// <summary>Something was recorded or corrected since.</summary>
    public bool Changed => Now != Frozen;
}
