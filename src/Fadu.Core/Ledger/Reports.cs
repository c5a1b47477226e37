using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>Puts the reports of parts together.</summary>
internal static class Reports
{
    public static LedgerReport Merge(IReadOnlyList<LedgerReport> parts, IReadOnlyList<LedgerFault> more)
    {
        // A deleted entry is missed by its chain and by the log: one deletion, one fault.
        var faults = parts.SelectMany(p => p.Faults).Concat(more)
            .DistinctBy(f => f.Kind == LedgerFaultKind.EntryMissing ? f with { What = "" } : f)
            .OrderBy(f => f.Matter is null).ThenBy(f => f.Matter?.Length).ThenBy(f => f.Matter, StringComparer.Ordinal).ThenBy(f => f.Sequence ?? int.MaxValue)
            .ToList();
        var unlisted = parts.Sum(p => p.FaultCount - p.Faults.Count);
        return new(
            parts.Sum(p => p.Entries), parts.Sum(p => p.Unsealed), parts.Sum(p => p.Leaves), parts.Sum(p => p.Checkpoints), parts.Sum(p => p.Rows), parts.Sum(p => p.Files),
            faults.Count + unlisted, [.. faults.Take(LedgerVerification.ListedFaults)]);
    }
}
