using System.Collections.Frozen;

namespace Fadu.Rules.Ledger;

/// <summary>The kinds of ledger entries: frozen names as stored and hashed, each with its Chinese title.</summary>
/// <remarks>A name is never changed or used again for something else, because old entries carry it in their hash. New kinds are added.</remarks>
public static class EntryKinds
{
    public const string MatterOpened = "matter_opened";
    public const string MatterImported = "matter_imported";
    public const string StepRecorded = "step_recorded";
    public const string StepCorrected = "step_corrected";
    public const string StepWithdrawn = "step_withdrawn";
    public const string MatterSentBack = "matter_sent_back";
    public const string MatterMoved = "matter_moved";
    public const string MatterTransferred = "matter_transferred";
    public const string DeadlineLapsed = "deadline_lapsed";
    public const string GateMissed = "gate_missed";
    public const string FileAttached = "file_attached";
    public const string FindingRaised = "finding_raised";
    public const string FindingAnswered = "finding_answered";
    public const string FindingClosed = "finding_closed";
    public const string ReportFrozen = "report_frozen";
    public const string MatterPublished = "matter_published";
    public const string AccountChanged = "account_changed";

    /// <summary>Chinese title of each kind.</summary>
    public static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>
    {
        [MatterOpened] = "登记",
        [MatterImported] = "导入",
        [StepRecorded] = "办理",
        [StepCorrected] = "更正",
        [StepWithdrawn] = "撤回",
        [MatterSentBack] = "退回",
        [MatterMoved] = "转用新定义",
        [MatterTransferred] = "移送",
        [DeadlineLapsed] = "期限届满",
        [GateMissed] = "关口不符",
        [FileAttached] = "附卷",
        [FindingRaised] = "发现问题",
        [FindingAnswered] = "答复问题",
        [FindingClosed] = "销号",
        [ReportFrozen] = "定稿",
        [MatterPublished] = "公开",
        [AccountChanged] = "账号变更",
    }.ToFrozenDictionary();
}
