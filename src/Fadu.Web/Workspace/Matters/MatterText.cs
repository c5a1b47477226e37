using System.Text.RegularExpressions;
using Fadu.Core.Law;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Web.Workspace.Matters;

/// <summary>Words that pages of matters share.</summary>
public static partial class MatterText
{
    /// <summary>Title of a status.</summary>
    public static string Status(LawStore law, string status) =>
        law.Current.CodeLists.TryGetValue("matter-status", out var list) ? list.Find(status)?.Title ?? status : status;

    /// <summary>A refusal in its three parts: what is wrong, which article, what to do.</summary>
    public static string Of(LawStore law, Refusal refusal)
    {
        var basis = refusal.Basis is { } b ? $"（{law.Cite(b)}）" : "";
        return $"{refusal.Says.TrimEnd('。')}{basis}。{(refusal.Advice is { Length: > 0 } advice ? advice.TrimEnd('。') + "。" : "")}";
    }

    /// <summary>A sentence of a trace with its articles cited in full.</summary>
    public static string Cited(LawStore law, string sentence) => Articles().Replace(sentence, match =>
        law.Current.Statutes.TryFind(match.Groups["statute"].Value, out var statute) ? statute.Cite(match.Groups["article"].Value) : match.Value);

    /// <summary>Size of a file.</summary>
    public static string Size(long bytes) => bytes < 1024 ? $"{bytes}B" : bytes < 1024 * 1024 ? $"{bytes / 1024}KB" : $"{bytes / 1024m / 1024m:0.0}MB";

    /// <summary>What a send-back is called.</summary>
    public static string Kind(SendBackKind kind) => kind switch
    {
        SendBackKind.Correction => "退回补正",
        SendBackKind.Redo => "退回重审",
        SendBackKind.Withdraw => "撤回",
        _ => "部分退回",
    };

    [GeneratedRegex(@"(?<statute>[a-z][a-z0-9-]*-\d{4}):(?<article>[0-9][0-9()\-;, ]*[0-9)])", RegexOptions.CultureInvariant)]
    private static partial Regex Articles();
}
