namespace Fadu.Rules.Ledger;

/// <summary>What verification can find wrong; numbered, because reports are stored.</summary>
public enum LedgerFaultKind
{
    /// <summary>The payload is not the one whose digest the entry carries.</summary>
    PayloadAltered = 1,

    /// <summary>A field, the payload digest or the hash itself was changed.</summary>
    FieldAltered = 2,

    /// <summary>A number of a matter's chain, or an entry that the log lists, is not there.</summary>
    EntryMissing = 3,

    /// <summary>An entry does not carry the hash of the one before.</summary>
    LinkBroken = 4,

    /// <summary>The same entry stands twice.</summary>
    EntryDuplicated = 5,

    /// <summary>Two different entries bear one number.</summary>
    EntryForked = 6,

    /// <summary>The entry is whole in itself but not the one that was sealed.</summary>
    EntryReplaced = 7,

    /// <summary>The entry did not come through the system.</summary>
    EntryOutside = 8,

    /// <summary>The payload is not in canonical form.</summary>
    PayloadNotCanonical = 9,

    /// <summary>The matter's row differs from what its last entry says.</summary>
    RowDiffers = 10,

    /// <summary>The matter's row is not there, though the ledger knows the matter.</summary>
    RowMissing = 11,

    /// <summary>The content of a file differs from the recorded digest.</summary>
    FileChanged = 12,

    /// <summary>A recorded file is not there.</summary>
    FileMissing = 13,

    /// <summary>A position of the Merkle log is not there.</summary>
    LogGap = 14,

    /// <summary>The log does not have the root that a checkpoint states.</summary>
    RootDiffers = 15,

    /// <summary>A checkpoint cannot be read, or is not signed by a known key.</summary>
    CheckpointSignatureWrong = 16,

    /// <summary>A checkpoint does not follow from the one before, or promises more entries than there are.</summary>
    CheckpointInconsistent = 17,

    /// <summary>A fact row differs from what the matter's state gives.</summary>
    FactDiffers = 18,

    /// <summary>A frozen report is not what was frozen.</summary>
    SnapshotDiffers = 19,
}

/// <summary>One thing found wrong, named exactly.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Matter">The matter, or null where it is none's.</param>
/// <param name="Sequence">The entry's number in the matter's chain, or null.</param>
/// <param name="What">What was found, in Chinese.</param>
public sealed record LedgerFault(LedgerFaultKind Kind, string? Matter, int? Sequence, string What)
{
    /// <summary>The sentence a user reads: kind, place, what.</summary>
    public string Sentence => $"{Title(Kind)}：{Place}{What}";

    private string Place => (Matter, Sequence) switch
    {
        (null, _) => "",
        (_, null) => $"事项 {Matter}，",
        _ => $"事项 {Matter} 第 {Sequence} 条，",
    };

    /// <summary>Chinese title of a kind.</summary>
    public static string Title(LedgerFaultKind kind) => kind switch
    {
        LedgerFaultKind.PayloadAltered => "留痕内容被改动",
        LedgerFaultKind.FieldAltered => "留痕字段被改动",
        LedgerFaultKind.EntryMissing => "留痕条目缺失",
        LedgerFaultKind.LinkBroken => "留痕链断开",
        LedgerFaultKind.EntryDuplicated => "留痕条目重复",
        LedgerFaultKind.EntryForked => "留痕链分叉",
        LedgerFaultKind.EntryReplaced => "留痕条目被替换",
        LedgerFaultKind.EntryOutside => "留痕条目未经系统写入",
        LedgerFaultKind.PayloadNotCanonical => "留痕内容不合规范形式",
        LedgerFaultKind.RowDiffers => "事项数据与留痕不符",
        LedgerFaultKind.RowMissing => "事项数据缺失",
        LedgerFaultKind.FileChanged => "文件内容被改动",
        LedgerFaultKind.FileMissing => "文件缺失",
        LedgerFaultKind.LogGap => "账本位置缺失",
        LedgerFaultKind.RootDiffers => "账本与检查点不符",
        LedgerFaultKind.CheckpointSignatureWrong => "检查点签名无效",
        LedgerFaultKind.CheckpointInconsistent => "检查点前后不一致",
        LedgerFaultKind.FactDiffers => "统计数据与留痕不符",
        LedgerFaultKind.SnapshotDiffers => "定稿被改动",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of fault"),
    };
}
