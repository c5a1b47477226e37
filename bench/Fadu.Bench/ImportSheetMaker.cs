using Fadu.Core.Imports;
using Fadu.Core.Tables;
using Fadu.Rules.Identifiers;

namespace Fadu.Bench;

/// <summary>A workbook of penalty cases as a department's system exports them: seven of ten by the simple procedure, the rest through notice, review and decision.</summary>
internal static class ImportSheetMaker
{
    public static void Write(Stream output, ImportLayout layout, int rows)
    {
        using var book = new XlsxWriter(output);
        var used = new HashSet<string>(Simple(0).Keys.Concat(Ordinary(0).Keys));
        var columns = layout.Columns.Where(c => used.Contains(c.Heading)).ToList();
        if (used.Except(columns.Select(c => c.Heading)).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"no column {unknown}");
        }

        var sheet = book.AddSheet("案件", [.. columns.Select(c => c.ToTableColumn([]) with { Choices = null })]);
        var cells = new object?[columns.Count];
        for (var i = 0; i < rows; i++)
        {
            var row = i % 10 < 7 ? Simple(i) : Ordinary(i);
            for (var c = 0; c < cells.Length; c++)
            {
                cells[c] = row.GetValueOrDefault(columns[c].Heading);
            }

            sheet.Row(cells);
        }
    }

    /// <summary>A register whose rows are one act each: figures that offices return.</summary>
    public static void WriteReturns(Stream output, ImportLayout layout, int rows)
    {
        using var book = new XlsxWriter(output);
        string[] fields = ["indicator", "value", "value_unit", "from_on", "as_of", "data_origin"];
        ImportColumn[] columns =
        [
            layout.Columns[0], layout.Columns.First(c => c is { Kind: ImportColumnKind.StepDate, Step.Id: "submit" }), .. fields.Select(f => layout.Columns.First(c => c.Kind == ImportColumnKind.Value && c.Field!.Id == f)),
        ];
        var indicators = columns[2].Field!.Codes!.Codes.Where(c => !c.Groups.Contains("rates")).ToList();
        var sheet = book.AddSheet("数据", [.. columns.Select(c => c.ToTableColumn([]) with { Choices = null })]);
        for (var i = 0; i < rows; i++)
        {
            sheet.Row($"TJ{i:D8}", Day(i, 3), indicators[i % indicators.Count].Title, i % 9_000, "件", Day(i, -30), Day(i, 0), "业务系统");
        }
    }

    private static DateOnly Day(int i, int offset) => new DateOnly(2024, 1, 2).AddDays((i * 7 % 200) + offset);

    private static Dictionary<string, object?> Common(int i) => new()
    {
        ["外部编号"] = $"ZF2024{i:D7}",
        ["办理单位"] = "青川区综合行政执法局",
        ["当事人"] = i % 3 == 0 ? $"青川区第{i}商贸有限公司" : $"张某{i}",
        ["当事人类别"] = i % 3 == 0 ? "法人或者其他组织" : "自然人",
        ["当事人证件号码"] = i % 3 == 0 ? null : SyntheticIdentifiers.ResidentId(new Random(i), new(1960, 1, 1), new(2000, 12, 31)),
        ["执法领域"] = "市场监管",
        ["案由"] = "占用城市道路摆摊设点经营",
        ["执法人员"] = "孙立（33039912001）、赵刚（33039912002）",
        ["违法事实"] = "当事人在人行道上摆设摊位经营，影响市容环境卫生，有现场照片和询问笔录为证。",
        ["处罚依据"] = "浙江省城市市容和环境卫生管理条例",
        ["处罚种类"] = "罚款",
        ["处罚内容"] = "罚款人民币壹佰元整",
        ["罚款金额"] = 100m,
        ["应当公示"] = true,
    };

    private static Dictionary<string, object?> Simple(int i)
    {
        var row = Common(i);
        (row["当场处罚日期"], row["当场处罚文号"], row["违法地点"], row["当场收缴罚款"]) = (Day(i, 0), $"青综执当罚〔2024〕{i + 1}号", "青川区中山路", false);
        (row["履行完毕日期"], row["履行情况"], row["结案日期"], row["结案方式"]) = (Day(i, 5), "自动履行", Day(i, 8), "处罚决定执行完毕");
        return row;
    }

    private static Dictionary<string, object?> Ordinary(int i)
    {
        var row = Common(i);
        (row["登记线索日期"], row["案件来源"], row["立案日期"], row["立案文号"]) = (Day(i, 0), "投诉举报", Day(i, 3), $"青综执罚立〔2024〕{i + 1}号");
        (row["调查取证日期"], row["调查终结日期"], row["属于应当法制审核的案件"], row["情节复杂或者重大违法"], row["涉嫌犯罪"]) = (Day(i, 5), Day(i, 20), false, false, false);
        (row["事先告知日期"], row["拟处罚种类"], row["拟罚款金额"], row["已告知听证权利"], row["放弃陈述申辩和听证日期"]) = (Day(i, 21), "罚款", 100m, false, Day(i, 22));
        (row["作出处罚决定日期"], row["作出处罚决定文号"], row["裁量阶次"], row["偏离裁量基准"]) = (Day(i, 30), $"青综执罚决〔2024〕{i + 1}号", "一般", false);
        (row["送达日期"], row["送达方式"], row["履行完毕日期"], row["履行情况"], row["结案日期"], row["结案方式"]) = (Day(i, 31), "直接送达", Day(i, 40), "自动履行", Day(i, 45), "处罚决定执行完毕");
        return row;
    }
}
