using System.Text;
using Fadu.Core.Imports;
using Fadu.Core.Matters;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;

namespace Fadu.Tests.Imports;

/// <summary>Cells as people and programs really write them: understood, or named by row and column with what to do.</summary>
public sealed class ImportErrorTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    private static readonly Actor Clerk = Actor.System(TestDistrict.Region);

    public static TheoryData<string, string, object?, string> WrongCells => new()
    {
        { "no such day", "当场处罚日期", "2024.2.30", "不是存在的日期" },
        { "future day", "结案日期", "2030-01-01", "晚于今天" },
        { "day before opening", "履行完毕日期", "2024-09-01", "早于" },
        { "unknown code", "结案方式", "罚完了", "不在“结案方式”的选项内" },
        { "amount with unit", "罚款金额", "50元", "带了单位" },
        { "negative amount", "罚款金额", -5m, "不小于0" },
        { "unknown office", "办理单位", "青川区城管局", "单位表中没有“青川区城管局”" },
        { "resident number with a wrong check digit", "当事人证件号码", "330399199001010010", "校验" },
        { "resident number turned into a float", "当事人证件号码", 330399199001010000d, "Excel 已把后面的数字改成 0" },
        { "resident number in scientific notation", "当事人证件号码", "3.30399E+17", "科学计数法" },
        { "missing required field", "案由", null, "请填写“案由”" },
        { "yes or no", "应当公示", "大概", "应填“是”或“否”" },
        { "value without its step", "案卷号", "2024-1", "没有填“归档日期”" },
        { "no opening day", "当场处罚日期", null, "没有登记日期" },
        { "formula error", "罚款金额", "#REF!", "不是数字" },
    };

    [Theory]
    [MemberData(nameof(WrongCells))]
    public async Task WrongCell_InOneRow_IsNamedByRowAndColumn(string name, string heading, object? value, string says)
    {
        _ = name;
        var (record, errors) = await CheckAsync(new PenaltyTable().Add("A1").Add("A2", (heading, value)).Xlsx());
        record.Counts.Added.ShouldBe(1);
        var row = errors.ShouldHaveSingleItem();
        row.Row.ShouldBe(4);
        row.Errors.ShouldContain(e => e.Says.Contains(says), string.Join('\n', row.Errors));
        if (value is not null && !says.StartsWith("早于", StringComparison.Ordinal))
        {
            row.Errors.ShouldContain(e => e.Heading == heading, string.Join('\n', row.Errors));
        }
    }

    public static TheoryData<string, object> Days => new()
    {
        { "dots", "2024.9.7" }, { "digits", "20240907" }, { "number", 20240907L }, { "slashes", "2024/9/7" }, { "words", "2024年9月7日" }, { "serial", new DateOnly(2024, 9, 7) }, { "full width", "２０２４－０９－０７" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Day_InEveryForm_IsUnderstood(string name, object value)
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        var (record, errors) = await CheckAsync(new PenaltyTable().Add("D-" + name, ("当场处罚日期", value)).Xlsx());
        errors.ShouldBeEmpty();
        await host.Store.Imports.ImportAsync(record, Clerk, false);
        (await host.Store.Reader.FindExternalAsync(TestDistrict.Region, "penalty", "校验", ["D-" + name.ToUpperInvariant().Replace(" ", "")])).Values.Single().State.OpenedOn.ShouldBe(new(2024, 9, 7));
    }

    [Fact]
    public async Task SeveralFaults_InOneRow_AreAllTold()
    {
        var (_, errors) = await CheckAsync(new PenaltyTable().Add("B1", ("当场处罚日期", "昨天"), ("罚款金额", "很多"), ("处罚种类", "罚站")).Xlsx());
        errors.Single().Errors.Select(e => e.Heading).ShouldBe(["当场处罚日期", "罚款金额", "处罚种类"], ignoreOrder: true);
    }

    [Fact]
    public async Task ExternalNumber_Twice_IsNamedWithTheFirstRow()
    {
        var (record, errors) = await CheckAsync(new PenaltyTable().Add("E1").Add("E2").Add("E1").Xlsx());
        record.Counts.Added.ShouldBe(2);
        errors.Single().Errors.Single().Says.ShouldBe("“E1”与第3行重复，请核对后只保留一行");
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-8")]
    public async Task Csv_InEitherEncoding_IsRead(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (record, errors) = await CheckAsync(new PenaltyTable().Add("F1").Add("F2").Csv(Encoding.GetEncoding(encoding)));
        errors.ShouldBeEmpty();
        record.Counts.Added.ShouldBe(2);
    }

    [Fact]
    public async Task Headings_UnknownAndMissing_AreNamed()
    {
        var unknown = new PenaltyTable().Add("H1", ("罚没数", 3m), ("案由（必填）", null));
        unknown.Rows[0].Remove("案由");
        unknown.Rows[0]["案由（必填）"] = "无照经营";
        var (record, errors) = await CheckAsync(unknown.Xlsx());
        errors.ShouldBeEmpty();
        record.Detail.Notes.ShouldContain(n => n.Contains("不认识的列“罚没数”"));

        var missing = new PenaltyTable().Add("H2");
        missing.Rows[0].Remove("当场处罚日期");
        var (refused, _) = await CheckAsync(missing.Xlsx());
        refused.Status.ShouldBe(ImportStatus.Unreadable);
        refused.Detail.Faults.ShouldContain(f => f.Contains("缺少登记日期的列"));
    }

    [Fact]
    public async Task Import_NotValidOnly_WritesNothingWhereARowIsWrong()
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        var (record, _) = await CheckAsync(new PenaltyTable().Add("N1").Add("N2", ("罚款金额", "多")).Xlsx());
        var done = await host.Store.Imports.ImportAsync(record, Clerk, validOnly: false);
        done.Status.ShouldBe(ImportStatus.Failed);
        (await host.Store.Reader.FindExternalAsync(TestDistrict.Region, "penalty", "校验", ["N1"])).ShouldBeEmpty();
    }

    /// <summary>Whatever stands in the cells, the check ends with every row counted once and every refused row explained.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task RandomCells_InManyRows_AreTakenOrExplained(int seed)
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        var random = new Random(seed);
        var headings = host.Store.Imports.Layout("penalty").Columns.Select(c => c.Heading).ToList();
        object?[] odd = [null, "", " ", "无", "是", "2024-09-08", "20240910", -1m, 1e300, 0.30000000000000004, "🙂", "=1+1", "\u200b", new string('长', 5000), "罚款、警告", "张三（）", "（", "、、", new DateOnly(1900, 3, 1), true, "\ud83d"];
        var table = new PenaltyTable();
        for (var i = 0; i < 120; i++)
        {
            table.Add($"Z{seed}-{i}", [.. Enumerable.Range(0, random.Next(6)).Select(_ => (headings[random.Next(1, headings.Count)], odd[random.Next(odd.Length)]))]);
        }

        var (record, errors) = await CheckAsync(table.Xlsx());
        record.Status.ShouldBe(ImportStatus.Checked);
        (record.Counts.Valid + record.Counts.Errors).ShouldBe(record.Counts.Read);
        errors.Count.ShouldBe(record.Counts.Errors);
        errors.ShouldAllBe(e => e.Errors.Count > 0 && e.Errors.All(x => x.Says.Length > 2));
        var done = await host.Store.Imports.ImportAsync(record, Clerk, validOnly: true);
        done.Status.ShouldBe(ImportStatus.Imported, string.Join('\n', done.Detail.Faults));
        (done.Counts.Added, done.Counts.Errors).ShouldBe((record.Counts.Added, record.Counts.Errors));
        (await host.Store.Imports.CheckAsync(done, Clerk)).Counts.Same.ShouldBe(done.Counts.Added);
    }

    private async Task<(ImportRecord Record, IReadOnlyList<ImportRowResult> Errors)> CheckAsync(byte[] file)
    {
        var host = await hosts.On(DatabaseKind.Sqlite);
        var imports = host.Store.Imports;
        var record = await imports.UploadAsync("penalty", new("校验", "urban"), "表.xlsx", new MemoryStream(file), Clerk);
        record = await imports.CheckAsync(record, Clerk);
        return (record, await imports.Store.RowsAsync(record, "error", 0, 1000));
    }
}
