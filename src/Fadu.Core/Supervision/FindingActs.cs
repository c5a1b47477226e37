using System.Collections.Frozen;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Supervision;

/// <summary>An act on a finding: from which states, to which, by whom.</summary>
/// <param name="Title">Verb of the button.</param>
/// <param name="Text">Label of its text.</param>
/// <param name="Kind">Kind of the ledger entry that it leaves in the matter.</param>
public sealed record FindingActRule(string Act, string Title, string Text, IReadOnlyList<string> From, string To, string Permission, string Kind)
{
    /// <summary>Done by those who supervise; otherwise by the office that the finding is about.</summary>
    public bool Handles => Permission == "findings.handle";
}

/// <summary>The life of a finding: noticed, sent, answered, corrected, closed (销号), or dismissed.</summary>
/// <remarks>Stored names are frozen. Sending again with a heavier instrument is an escalation (意见书 to 决定书).</remarks>
public static class FindingActs
{
    public const string Send = "send";
    public const string Answer = "answer";
    public const string Correct = "correct";
    public const string Return = "return";
    public const string Close = "close";
    public const string Dismiss = "dismiss";

    /// <summary>Instruments, light to heavy.</summary>
    public static readonly IReadOnlyList<(string Id, string Title)> Instruments =
        [("notice", "行政执法监督通知书"), ("opinion", "行政执法监督意见书"), ("decision", "行政执法监督决定书")];

    /// <summary>States with their words.</summary>
    public static readonly FrozenDictionary<string, string> Statuses = new Dictionary<string, string>
    {
        ["noticed"] = "待处理",
        ["sent"] = "已发出",
        ["answered"] = "已答复",
        ["corrected"] = "已整改",
        ["closed"] = "已销号",
        ["dismissed"] = "不成立",
    }.ToFrozenDictionary();

    /// <summary>States in the order of the procedure.</summary>
    public static readonly IReadOnlyList<string> StatusOrder = ["noticed", "sent", "answered", "corrected", "closed", "dismissed"];

    /// <summary>Severities with their words, grave first.</summary>
    public static readonly IReadOnlyList<(string Id, string Title)> Severities = [("high", "高"), ("medium", "中"), ("low", "低")];

    /// <summary>All acts.</summary>
    public static readonly IReadOnlyList<FindingActRule> All =
    [
        new(Send, "发出", "监督意见", ["noticed", "sent", "answered"], "sent", "findings.handle", EntryKinds.FindingRaised),
        new(Answer, "答复", "核实情况", ["sent"], "answered", "findings.answer", EntryKinds.FindingAnswered),
        new(Correct, "报告整改", "整改措施和结果", ["answered"], "corrected", "findings.answer", EntryKinds.FindingAnswered),
        new(Return, "退回重新答复", "退回理由", ["answered", "corrected"], "sent", "findings.handle", EntryKinds.FindingRaised),
        new(Close, "销号", "核查结论", ["corrected"], "closed", "findings.handle", EntryKinds.FindingClosed),
        new(Dismiss, "认定不成立", "不成立的理由", ["noticed", "sent", "answered"], "dismissed", "findings.handle", EntryKinds.FindingClosed),
    ];

    /// <summary>The act with this name, or none.</summary>
    public static FindingActRule? Find(string act) => All.FirstOrDefault(a => a.Act == act);

    /// <summary>Words of a state.</summary>
    public static string StatusTitle(string status) => Statuses.GetValueOrDefault(status, status);

    /// <summary>Words of a severity.</summary>
    public static string SeverityTitle(string severity) => Severities.FirstOrDefault(s => s.Id == severity).Title ?? severity;

    /// <summary>Words of an instrument.</summary>
    public static string InstrumentTitle(string? instrument) => Instruments.FirstOrDefault(i => i.Id == instrument).Title ?? "";

    /// <summary>Weight of an instrument; -1 of none.</summary>
    public static int Weight(string? instrument)
    {
        for (var i = 0; i < Instruments.Count; i++)
        {
            if (Instruments[i].Id == instrument)
            {
                return i;
            }
        }

        return -1;
    }
}
