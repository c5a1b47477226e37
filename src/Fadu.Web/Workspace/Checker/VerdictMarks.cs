using Fadu.Rules.Checking;

namespace Fadu.Web.Workspace.Checker;

/// <summary>Sign and class of a verdict; the word always stands with them.</summary>
public static class VerdictMarks
{
    /// <summary>Sign that tells verdicts apart without colour.</summary>
    public static string Sign(this Verdict verdict) => verdict switch
    {
        Verdict.Contradiction => "✕",
        Verdict.Doubtful => "？",
        Verdict.Definition => "≈",
        Verdict.Note => "i",
        _ => "✓",
    };

    /// <summary>Its meaning in a sentence.</summary>
    public static string Meaning(this Verdict verdict) => verdict switch
    {
        Verdict.Contradiction => "所列数字不可能同时成立",
        Verdict.Doubtful => "换一个基数或者范围才成立",
        Verdict.Definition => "取决于文中没有交代的口径",
        _ => "值得看一眼，不是差错",
    };
}
