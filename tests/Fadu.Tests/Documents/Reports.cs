using Fadu.Core.Documents;

namespace Fadu.Tests.Documents;

internal static class Reports
{
    public static readonly OfficialDocument Annual = new()
    {
        TitleLines = ["无极县人民政府", "关于2025年法治政府建设情况的报告"],
        Letterhead = new Letterhead("无极县人民政府文件", "无政〔2026〕7号") { CopyNumber = "000012", Urgency = "特急" },
        Addressee = "市人民政府",
        Blocks =
        [
            new Paragraph("现将2025年法治政府建设情况报告如下："),
            new Heading(1, "一、主要举措和成效"),
            new Heading(2, [new Run("（一）依法决策。")], [new Run("审查合同"), new Run("138", "review.contracts"), new Run("份，采纳率"), new Run("98.30%", "review.adoption_rate"), new Run("，合同"), new Run("138", "review.contracts"), new Run("份。")]),
            new Heading(3, "1.规范执法"),
            new Heading(4, "（1）公示"),
            new TableBlock("处罚统计表",
                [[new TableCell([new Run("机关")], 1, 2), new TableCell([new Run("处罚（件）")], 2)], ["普通", "简易"]],
                [["市场监管局", new TableCell([new Run("7", "penalty.ordinary")]), "3"], ["合计", new TableCell([new Run("10")], 2)]],
                [CellAlignment.Left, CellAlignment.Right, CellAlignment.Right]),
            new Paragraph("特此报告。"),
        ],
        Attachments = ["处罚统计表", "复议统计表"],
        Signature = new Signature("无极县人民政府", new DateOnly(2026, 3, 7)),
        Note = "此件公开发布",
        Annexes = [new(["处罚统计表"], [new Paragraph("略")])],
        Colophon = new Colophon("无极县人民政府办公室", new DateOnly(2026, 3, 8), ["县委各部门", "县法院"]),
    };

    public static OfficialDocument Plain(params Block[] blocks) => new() { TitleLines = ["标题"], Blocks = blocks };

    public static MemoryStream Docx(OfficialDocument document)
    {
        var file = new MemoryStream();
        GbDocxWriter.Write(document, file);
        file.Position = 0;
        return file;
    }
}
