using Fadu.Core.Districts;
using Fadu.Core.Offices;
using Fadu.Rules.Identifiers;

namespace Fadu.Tests.Host;

/// <summary>A small invented district: its offices, one account for each role that the tests need, two certified officers.</summary>
public static class TestDistrict
{
    public const string Region = "330399";
    public const string Password = "Qingchuan-2026";
    public static readonly string UrbanCode = SyntheticIdentifiers.CreditCode(new Random(2), '1', '1');
    public const string Certificate = "33039912001";
    public const string OtherCertificate = "33039912002";

    public static District District { get; } = new(Region, "青川区人民政府", "青川区", [], false);

    public static IReadOnlyList<Office> Offices { get; } =
    [
        new("gov", "青川区人民政府", "青", "government", null, 0, 1, true),
        new("justice", "青川区司法局", "青司", "department", "gov", 20, 2, true),
        new("urban", "青川区综合行政执法局", "青综执", "department", "gov", 400, 3, true, UrbanCode),
        new("water", "青川区水利局", "青水", "department", "gov", 80, 4, true),
        new("yunxi", "云溪镇人民政府", "云政", "township", "gov", 60, 5, true),
    ];

    public static IReadOnlyList<NewAccount> Accounts { get; } =
    [
        Account("fuyi", "周文", "justice", "reconsideration-clerk"),
        Account("fuyi-head", "沈法", "justice", "reconsideration-head"),
        Account("sifa", "何敏", "justice", "justice-bureau-clerk"),
        Account("sifa-head", "钱正", "justice", "justice-bureau-head"),
        Account("zhifa", "孙立", "urban", "handler", "enforcement-officer"),
        Account("zhifa-head", "李衡", "urban", "agency-head"),
        Account("zhifa-legal", "吴越", "urban", "unit-legal-reviewer"),
        Account("shuili", "郑泽", "water", "handler"),
        Account("shuili-reader", "王润", "water", "reader"),
        Account("shenji", "冯清", "justice", "auditor"),
        Account("anquan", "卫严", "justice", "security-administrator"),
        Account("xitong", "蒋维", "justice", "system-administrator"),
    ];

    public static IReadOnlyList<NewOfficer> Officers { get; } =
    [
        new(Certificate, "孙立", "urban", new(2030, 12, 31), null),
        new(OtherCertificate, "赵刚", "urban", new(2030, 12, 31), null),
    ];

    private static NewAccount Account(string login, string name, string office, params string[] roles) => new(login, name, office, Password, roles, false);
}
