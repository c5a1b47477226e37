namespace Fadu.Rules.Checking;

/// <summary>
/// The frozen names of verdicts and kinds: the JSON name that programs read and the Chinese word that people read.
/// They are written out, and not derived from the enum, so that renaming a member can never change a stored result.
/// </summary>
public static class CheckNames
{
    /// <summary>The JSON name of a verdict.</summary>
    public static string ToName(this Verdict verdict) => verdict switch
    {
        Verdict.Contradiction => "contradiction",
        Verdict.Doubtful => "doubtful",
        Verdict.Definition => "definition",
        Verdict.Note => "note",
        Verdict.Consistent => "consistent",
        Verdict.Rounding => "rounding",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The Chinese word of a verdict.</summary>
    public static string ToChinese(this Verdict verdict) => verdict switch
    {
        Verdict.Contradiction => "矛盾",
        Verdict.Doubtful => "存疑",
        Verdict.Definition => "口径",
        Verdict.Note => "提示",
        Verdict.Consistent => "一致",
        Verdict.Rounding => "修约一致",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The JSON name of a kind.</summary>
    public static string ToName(this RelationKind kind) => Names[kind].Name;

    /// <summary>The Chinese word of a kind.</summary>
    public static string ToChinese(this RelationKind kind) => Names[kind].Chinese;

    private static readonly Dictionary<RelationKind, (string Name, string Chinese)> Names = new()
    {
        [RelationKind.Sum] = ("sum", "合计"),
        [RelationKind.Ratio] = ("ratio", "占比"),
        [RelationKind.Growth] = ("growth", "增幅"),
        [RelationKind.Difference] = ("difference", "差额"),
        [RelationKind.Subset] = ("subset", "部分与整体"),
        [RelationKind.Flow] = ("flow", "收结存"),
        [RelationKind.Respectively] = ("respectively", "分别对应"),
        [RelationKind.Enumeration] = ("enumeration", "列举项数"),
        [RelationKind.Duplicate] = ("duplicate", "前后重复"),
        [RelationKind.Table] = ("table", "表格勾稽"),
        [RelationKind.Year] = ("year", "年度"),
        [RelationKind.Date] = ("date", "日期"),
        [RelationKind.Class] = ("class", "状态归类"),
        [RelationKind.Wording] = ("wording", "措辞"),
        [RelationKind.Missing] = ("missing", "缺项"),
        [RelationKind.Citation] = ("citation", "法规引用"),
        [RelationKind.Typography] = ("typography", "数字与标点"),
    };
}
