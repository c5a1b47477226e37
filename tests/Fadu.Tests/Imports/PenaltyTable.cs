using System.Text;
using Fadu.Core.Tables;
using Fadu.Tests.Host;

namespace Fadu.Tests.Imports;

/// <summary>A table of cases by the simple procedure, as a department hands it in; single cells can be changed.</summary>
internal sealed class PenaltyTable
{
    private readonly List<Dictionary<string, object?>> rows = [];

    public IReadOnlyList<Dictionary<string, object?>> Rows => rows;

    /// <summary>Adds a good row; its number tells it apart from the others.</summary>
    public PenaltyTable Add(string external, params (string Heading, object? Value)[] changes)
    {
        Dictionary<string, object?> row = new()
        {
            ["外部编号"] = external,
            ["办理单位"] = "青川区综合行政执法局",
            ["当事人"] = "张三丰",
            ["当事人类别"] = "自然人",
            ["执法领域"] = "城管",
            ["案由"] = "占用城市道路设摊经营",
            ["执法人员"] = "孙立（33039912001）、赵刚（33039912002）",
            ["违法事实"] = "在人行道上设摊。",
            ["处罚依据"] = "市容和环境卫生管理条例",
            ["处罚种类"] = "罚款",
            ["处罚内容"] = "罚款五十元",
            ["罚款金额"] = 50m,
            ["应当公示"] = "是",
            ["违法地点"] = "中山路",
            ["当场收缴罚款"] = "否",
            ["当场处罚日期"] = new DateOnly(2024, 9, 7),
            ["当场处罚文号"] = $"青综执当罚〔2024〕{external}号",
            ["履行完毕日期"] = new DateOnly(2024, 9, 12),
            ["履行情况"] = "自动履行",
            ["结案日期"] = new DateOnly(2024, 9, 20),
            ["结案方式"] = "处罚决定执行完毕",
        };
        foreach (var (heading, value) in changes)
        {
            row[heading] = value;
        }

        rows.Add(row);
        return this;
    }

    /// <summary>Hands it in through the page, unless all of it is there already.</summary>
    public async Task ImportAsync(TestHost host, string source)
    {
        var clerk = await host.As("sifa");
        var preview = await (await clerk.Get("/registers/penalty/import")).Submit("#upload", null, [("source", source)], [new("table", "案件.xlsx", Xlsx())]);
        for (var i = 0; preview.All("#decide").Count == 0 && i < 100; i++)
        {
            await Task.Delay(100);
            preview = await clerk.Get(preview.Path);
        }

        preview.Words("#errors").ShouldBe("0", preview.Text);
        if (preview.All("#decide button[value=all]").Count > 0)
        {
            (await preview.Submit("#decide", "all", [], [])).Text.ShouldContain("已导入");
        }
    }

    public byte[] Xlsx()
    {
        using var file = new MemoryStream();
        using (var book = new XlsxWriter(file))
        {
            var headings = Headings();
            var sheet = book.AddSheet("案件", [.. headings.Select(h => new TableColumn(h))], new() { Title = "2024年行政处罚案件" });
            foreach (var row in rows)
            {
                sheet.Row([.. headings.Select(h => row.GetValueOrDefault(h))]);
            }
        }

        return file.ToArray();
    }

    public byte[] Csv(Encoding encoding)
    {
        var headings = Headings();
        StringBuilder text = new(string.Join(',', headings) + "\r\n");
        foreach (var row in rows)
        {
            text.Append(string.Join(',', headings.Select(h => row.GetValueOrDefault(h) switch { DateOnly day => day.ToString("yyyy/M/d", System.Globalization.CultureInfo.InvariantCulture), null => "", var v => v.ToString() }))).Append("\r\n");
        }

        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    private List<string> Headings() => [.. rows.SelectMany(r => r.Keys).Distinct()];
}
