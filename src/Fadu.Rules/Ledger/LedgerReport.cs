namespace Fadu.Rules.Ledger;

/// <summary>What a verification looked at and what it found.</summary>
/// <param name="Entries">Entries whose payload, hash and link were checked.</param>
/// <param name="Unsealed">Of these, how many the log does not have yet.</param>
/// <param name="Leaves">Leaves of the Merkle log.</param>
/// <param name="Checkpoints">Checkpoints compared with the log.</param>
/// <param name="Rows">Rows of matters compared with the last entry.</param>
/// <param name="Files">Files compared with their recorded digest.</param>
/// <param name="FaultCount">All faults.</param>
/// <param name="Faults">The faults, the first 1,000 of them.</param>
public sealed record LedgerReport(
    long Entries, long Unsealed, long Leaves, long Checkpoints, long Rows, long Files, long FaultCount, IReadOnlyList<LedgerFault> Faults)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsSound => FaultCount == 0;

    /// <summary>The sentence a user reads.</summary>
    public string Summary =>
        $"核对留痕 {Entries} 条（其中待封存 {Unsealed} 条）、账本 {Leaves} 条、检查点 {Checkpoints} 个、事项 {Rows} 件、文件 {Files} 份：" +
        (IsSound ? "未发现改动。" : $"发现 {FaultCount} 处问题。");
}
