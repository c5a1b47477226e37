using Fadu.Rules.Calendar;
using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Tests.Calendar;

public sealed class CalendarLoaderTests
{
    private const string Head = "year: 2026\nnotices:\n  - {number: 国办发明电〔2025〕7号, title: 通知}\n";

    public static TheoryData<string, string, int, string, string> Broken => new()
    {
        { "unknown key", Head + "holidays: []\n", 4, "不认识的键“holidays”", "make_up、notices、off、year" },
        { "unknown key inside", Head + "off:\n  - {name: 元旦, from: 2026-01-01, till: 2026-01-03}\n", 5, "不认识的键“till”", "from" },
        { "doubled key", Head + "year: 2026\n", 4, "同一个键写了两次", "删去" },
        { "day off twice", Head + "off:\n  - {name: 元旦, from: 2026-01-01, to: 2026-01-03}\n  - {name: 春节, from: 2026-01-03}\n", 6, "2026-01-03写了两次（元旦放假、春节放假）", "只留一个" },
        { "off and worked", Head + "off:\n  - {name: 元旦, from: 2026-01-01, to: 2026-01-03}\nmake_up:\n  - {date: 2026-01-03, for: 元旦}\n", 7, "2026-01-03写了两次（元旦放假、元旦调休上班）", "只留一个" },
        { "make-up on a weekday", Head + "make_up:\n  - {date: 2026-01-05, for: 元旦}\n", 5, "2026-01-05不是星期六或者星期日", "对照放假通知" },
        { "other year", Head + "off:\n  - {name: 元旦, from: 2027-01-01}\n", 5, "2027-01-01不在2026年", "2027.yaml" },
        { "impossible date", Head + "off:\n  - {name: 元旦, from: 2026-02-30}\n", 5, "日期“2026-02-30”不存在", "2026-01-31" },
        { "reversed range", Head + "off:\n  - {name: 元旦, from: 2026-01-03, to: 2026-01-01}\n", 5, "“to”早于“from”", "起止日期" },
        { "name missing", Head + "off:\n  - {from: 2026-01-01}\n", 5, "缺少“name”", "补写" },
        { "no notice", "year: 2026\n", 1, "没有写明放假通知", "unverified: true" },
        { "file name differs", Head.Replace("2026", "2025"), 1, "文件名与年份2025不一致", "2025.yaml" },
        { "year not a number", Head.Replace("year: 2026", "year: 二〇二六"), 1, "“year”应当是整数", "30" },
        { "broken yaml", "year: 2026\n  off: [\n", 2, "YAML 格式有误", "缩进" },
        { "not a mapping", "- 2026\n", 1, "一组“键: 值”", "对照" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void LoadYear_BrokenFile_SaysWhereWhatAndWhatToDo(string why, string text, int line, string problem, string remedy)
    {
        var result = CalendarLoader.LoadYear(new("law/calendar/2026.yaml", text));
        result.Ok.ShouldBeFalse(why);
        var error = result.Errors[0];
        error.Path.ShouldBe("law/calendar/2026.yaml");
        error.Line.ShouldBe(line, error.ToString());
        error.Problem.ShouldContain(problem);
        error.Remedy.ShouldContain(remedy);
    }

    [Fact]
    public void LoadYear_SeveralErrors_ReportsAllOfThem()
    {
        var result = CalendarLoader.LoadYear(new("2026.yaml", Head + "off:\n  - {name: 元旦, from: 2027-01-01}\n  - {from: 2026-05-01}\n"));
        result.Errors.Count.ShouldBe(2);
        Should.Throw<LawFileException>(() => result.OrThrow()).Message.ShouldContain("第6行");
    }

    [Fact]
    public void Load_YearMissingInBetween_NamesIt()
    {
        var files = LawFolder.Files("calendar").Where(f => f.Id is not "2019");
        CalendarLoader.Load(files).Errors.ShouldHaveSingleItem().Problem.ShouldBe("缺少2019年的节假日表");
    }

    [Fact]
    public void Load_SameYearTwice_IsRefused()
    {
        var files = LawFolder.Files("calendar");
        CalendarLoader.Load([.. files, files[0]]).Errors.ShouldContain(e => e.Problem.Contains("2004年的节假日表有2份"));
    }

    [Fact]
    public void Load_Nothing_IsRefused() => CalendarLoader.Load([]).Ok.ShouldBeFalse();

    [Fact]
    public void Load_ShippedFiles_Cover2004To2026AndNameANotice()
    {
        var calendar = CalendarLoader.Load(LawFolder.Files("calendar")).OrThrow();
        (calendar.FirstKnownYear, calendar.LastKnownYear).ShouldBe((2004, 2026));
        calendar.Years.ShouldAllBe(y => y.Notices.Count > 0);
        calendar.Years.SelectMany(y => y.MakeUp).Count().ShouldBe(150);
    }

    /// <summary>Counted in the notices by hand; the 2012 notice works 31 December 2011, the 2019 notice 29 December 2018.</summary>
    [Theory]
    [InlineData(2008, 5)]
    [InlineData(2009, 6)]
    [InlineData(2010, 8)]
    [InlineData(2011, 5 + 1)]
    [InlineData(2012, 7 - 1)]
    [InlineData(2013, 12)]
    [InlineData(2014, 5)]
    [InlineData(2015, 5)]
    [InlineData(2016, 6)]
    [InlineData(2017, 5)]
    [InlineData(2018, 6 + 1)]
    [InlineData(2019, 7 - 1)]
    [InlineData(2020, 6)]
    [InlineData(2021, 7)]
    [InlineData(2022, 7)]
    [InlineData(2023, 7)]
    [InlineData(2024, 8)]
    [InlineData(2025, 5)]
    [InlineData(2026, 6)]
    public void Load_ShippedYear_WorksAsManyWeekendDaysAsItsNoticesSay(int year, int makeUpDays) =>
        LawFolder.Calendar.Years.Single(y => y.Year == year).MakeUp.Count.ShouldBe(makeUpDays);

    [Fact]
    public void Load_ShippedFiles_NeverMarkAnUnknownNumberAsVerified() =>
        LawFolder.Calendar.Years.SelectMany(y => y.Notices).Where(n => n.Number == "待核实").ShouldAllBe(n => n.Unverified);
}
