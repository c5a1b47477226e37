namespace Fadu.Rules.Statutes;

/// <summary>The rank of a statute in the legal order, by what it is called.</summary>
/// <remarks>Numbers are stored; never reuse one.</remarks>
public enum StatuteKind
{
    /// <summary>法律.</summary>
    Law = 1,

    /// <summary>司法解释.</summary>
    Interpretation = 2,

    /// <summary>行政法规.</summary>
    Regulation = 3,

    /// <summary>地方性法规.</summary>
    LocalRegulation = 4,

    /// <summary>部门规章.</summary>
    Rule = 5,

    /// <summary>地方政府规章.</summary>
    LocalRule = 6,

    /// <summary>行政规范性文件.</summary>
    Normative = 7,

    /// <summary>党内法规和党的文件.</summary>
    Party = 8,

    /// <summary>标准.</summary>
    Standard = 9,
}

/// <summary>Names of the kinds in law files and on pages.</summary>
public static class StatuteKinds
{
    /// <summary>The words used under <c>kind</c> in law/statutes.</summary>
    public static IReadOnlyDictionary<string, StatuteKind> Words { get; } = new Dictionary<string, StatuteKind>
    {
        ["law"] = StatuteKind.Law,
        ["interpretation"] = StatuteKind.Interpretation,
        ["regulation"] = StatuteKind.Regulation,
        ["local-regulation"] = StatuteKind.LocalRegulation,
        ["rule"] = StatuteKind.Rule,
        ["local-rule"] = StatuteKind.LocalRule,
        ["normative"] = StatuteKind.Normative,
        ["party"] = StatuteKind.Party,
        ["standard"] = StatuteKind.Standard,
    };

    /// <summary>The kind in Chinese.</summary>
    public static string Chinese(this StatuteKind kind) => kind switch
    {
        StatuteKind.Law => "法律",
        StatuteKind.Interpretation => "司法解释",
        StatuteKind.Regulation => "行政法规",
        StatuteKind.LocalRegulation => "地方性法规",
        StatuteKind.Rule => "部门规章",
        StatuteKind.LocalRule => "地方政府规章",
        StatuteKind.Normative => "行政规范性文件",
        StatuteKind.Party => "党内法规和党的文件",
        _ => "标准",
    };
}
