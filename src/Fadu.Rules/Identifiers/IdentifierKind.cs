namespace Fadu.Rules.Identifiers;

/// <summary>Kinds of identifiers that can be checked. Numbers are stored; never reuse one.</summary>
public enum IdentifierKind
{
    /// <summary>统一社会信用代码 (GB 32100-2015).</summary>
    CreditCode = 1,

    /// <summary>公民身份号码 (GB 11643-1999).</summary>
    ResidentId = 2,

    /// <summary>组织机构代码 (GB 11714-1997).</summary>
    OrganisationCode = 3,

    /// <summary>行政区划代码 (GB/T 2260, and its statistical extension to towns and villages).</summary>
    RegionCode = 4,

    /// <summary>发文字号 of official documents (GB/T 9704-2012).</summary>
    DocumentNumber = 5,

    /// <summary>Numbers of enforcement and reconsideration cases, which often use 第 and padded serials.</summary>
    CaseNumber = 6,

    /// <summary>案号 of a court.</summary>
    CourtCaseNumber = 7,

    /// <summary>手机号码.</summary>
    MobilePhone = 8,
}

/// <summary>Names of the kinds.</summary>
public static class IdentifierKinds
{
    /// <summary>The kind in Chinese.</summary>
    public static string Chinese(this IdentifierKind kind) => kind switch
    {
        IdentifierKind.CreditCode => "统一社会信用代码",
        IdentifierKind.ResidentId => "公民身份号码",
        IdentifierKind.OrganisationCode => "组织机构代码",
        IdentifierKind.RegionCode => "行政区划代码",
        IdentifierKind.DocumentNumber => "发文字号",
        IdentifierKind.CaseNumber => "案件编号",
        IdentifierKind.CourtCaseNumber => "法院案号",
        _ => "手机号码",
    };
}
