using Fadu.Rules.LawFiles;
using Fadu.Rules.Statutes;

namespace Fadu.Rules.Tests.Statutes;

public sealed class StatuteLoaderTests
{
    private const string Good = """
        title: 中华人民共和国行政处罚法
        short_title: 行政处罚法
        kind: law
        number: 中华人民共和国主席令第七十号
        issuer: 全国人民代表大会常务委员会
        issued: 2021-01-22
        in_force: 2021-07-15
        days: {count: listed, numbers: [2, 3, 5, 7], basis: "85"}
        source: 全文
        """;

    public static TheoryData<string, string, string, int, string> Broken => new()
    {
        { "unknown key", "source: 全文", "source: 全文\nauthor: 某人", 10, "不认识的键“author”" },
        { "number missing", "number: 中华人民共和国主席令第七十号\n", "", 1, "缺少“number”" },
        { "in force missing", "in_force: 2021-07-15\n", "", 1, "缺少“in_force”" },
        { "source missing", "source: 全文", "", 1, "缺少“source”" },
        { "wrong kind", "kind: law", "kind: act", 3, "“kind”不认识“act”" },
        { "wrong date", "in_force: 2021-07-15", "in_force: 2021/7/15", 7, "日期“2021/7/15”" },
        { "in force before adoption", "issued: 2021-01-22", "issued: 2021-08-22", 7, "施行日早于通过日" },
        { "ended before it began", "source: 全文", "repealed: 2021-07-15\nsource: 全文", 9, "失效日不晚于施行日" },
        { "days missing", "days: {count: listed, numbers: [2, 3, 5, 7], basis: \"85\"}\n", "", 1, "没有写明“日”怎样计算" },
        { "days without article", ", basis: \"85\"", "", 8, "没有写明按工作日计算的条文" },
        { "days without numbers", "numbers: [2, 3, 5, 7], ", "", 8, "没有列出哪些日是工作日" },
        { "up-to with many numbers", "count: listed", "count: up-to", 8, "没有写明多少日以内是工作日" },
        { "numbers not needed", "count: listed", "count: all", 8, "不用列出日数" },
        { "number not a number", "[2, 3, 5, 7]", "[2, 三]", 8, "现在有“三”" },
        { "article not an article", "basis: \"85\"", "basis: 第八十五条", 8, "不是条文序号" },
        { "roll not yes or no", "basis: \"85\"}", "basis: \"85\", roll: maybe}", 8, "“roll”应当是 true 或者 false" },
        { "unknown fact", "source: 全文", "source: 全文\nunverified: [文号]", 10, "“unverified”不认识“文号”" },
        { "unknown number not marked", "中华人民共和国主席令第七十号", "待核实", 4, "文号待核实，但没有列入" },
        { "local without region", "kind: law", "kind: local-rule", 1, "没有写明地区" },
        { "region not a code", "kind: law", "kind: local-rule\nregion: 浙江", 4, "不是六位行政区划代码" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Load_BrokenFile_SaysWhereAndWhat(string why, string old, string changed, int line, string problem)
    {
        Good.ShouldContain(old);
        var result = StatuteLoader.Load([new("law/statutes/penalty-law-2021.yaml", Good.Replace(old, changed))]);
        var error = result.Errors.ShouldHaveSingleItem(why);
        error.Problem.ShouldContain(problem);
        error.Line.ShouldBe(line, why);
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Load_GoodFile_GivesTheStatute()
    {
        var statute = StatuteLoader.Load([new("law/statutes/penalty-law-2021.yaml", Good)]).OrThrow()["penalty-law-2021"];
        statute.Law.ShouldBe("penalty-law");
        statute.ShortTitle.ShouldBe("行政处罚法");
        statute.Days!.Basis.ShouldBe("《行政处罚法》第八十五条");
    }

    [Fact]
    public void Load_FileNameWithoutYear_IsRefused() =>
        StatuteLoader.Load([new("law/statutes/penalty-law.yaml", Good)]).Errors.ShouldHaveSingleItem().Problem.ShouldContain("不能作编号");

    [Theory]
    [InlineData("", "重叠：本版失效日为空")]
    [InlineData("repealed: 2022-01-01\n", "重叠：本版失效日为2022-01-01")]
    [InlineData("repealed: 2021-01-01\n", "中断：本版失效日为2021-01-01")]
    public void Load_VersionsThatDoNotMeet_AreRefused(string repealed, string problem)
    {
        var old = repealed + Good.Replace("2021-07-15", "2018-01-01").Replace("2021-01-22", "2017-09-01");
        var result = StatuteLoader.Load([new("penalty-law-2017.yaml", old), new("penalty-law-2021.yaml", Good)]);
        var error = result.Errors.ShouldHaveSingleItem();
        error.Path.ShouldBe("penalty-law-2017.yaml");
        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain("repealed: 2021-07-15");
    }

    [Fact]
    public void Load_SupersedesSomethingUnknownOrStillInForce_IsRefused()
    {
        var other = Good.Replace("2021-07-15", "2020-01-01").Replace("2021-01-22", "2019-09-01");
        LawFile[] files = [new("other-law-2019.yaml", other), new("penalty-law-2021.yaml", Good + "\nsupersedes: [penalty-law-1996, other-law-2019]")];
        StatuteLoader.Load(files).Errors.Select(e => e.Problem).ShouldBe([
            "“supersedes”写了依据库中没有的“penalty-law-1996”",
            "本依据取代“other-law-2019”，但它的失效日不是2021-07-15"]);
    }

    [Fact]
    public void Load_SameIdInTwoFolders_IsRefused()
    {
        LawFile[] files = [new("a/penalty-law-2021.yaml", Good), new("b/penalty-law-2021.yaml", Good)];
        StatuteLoader.Load(files).Errors.ShouldContain(e => e.Problem.Contains("已被 a/penalty-law-2021.yaml 使用"));
    }
}
