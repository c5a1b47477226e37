using Fadu.Rules.Identifiers;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Replays;

/// <summary>Invented people and firms; identifiers are well-formed and carry a region code that names no county.</summary>
internal static class ReplayPeople
{
    private const string Surnames = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰梅鹏飞红波斌辉宇浩凯健俊帆雪婷欣怡晨阳文博嘉琪瑞雨泽";
    private static readonly string[] Trades = ["建材", "餐饮管理", "食品", "物流", "机械", "纺织", "装饰工程", "环保科技", "置业", "商贸", "电子", "五金", "医药", "汽车服务", "人力资源", "家具", "化工", "印刷", "教育咨询", "农业开发"];
    private const string Brands = "宏盛昌隆瑞祥恒达永兴泰和鑫源嘉汇华诚信德广安远东方正大同创新联众康利丰润泽";

    public static string Person(Random random) =>
        $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{(random.Next(3) > 0 ? Given[random.Next(Given.Length)].ToString() : "")}";

    public static string Firm(Random random, string place) =>
        $"{place}{Brands[random.Next(Brands.Length)]}{Brands[random.Next(Brands.Length)]}{Trades[random.Next(Trades.Length)]}有限公司";

    public static Party Party(Random random, string place, int naturalPercent) => random.Next(100) < naturalPercent
        ? new(Person(random), "natural", SyntheticIdentifiers.ResidentId(random, new(1955, 1, 1), new(2003, 12, 31)))
        : new(Firm(random, place), "legal", SyntheticIdentifiers.CreditCode(random));
}
