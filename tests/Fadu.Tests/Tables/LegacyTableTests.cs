using Fadu.Core.Tables;
using Fadu.Tests.Documents;

namespace Fadu.Tests.Tables;

[Collection(OfficeCollection.Name)]
public sealed class LegacyTableTests(OfficeProfile office)
{
    [OfficeFact]
    public void Workbook_SavedByAnotherProgramAsXlsOrXlsx_ReadsTheSame() => Office.InFolder(folder =>
    {
        var source = Path.Combine(folder, "a.xlsx");
        using (var file = Sheets.Written(s =>
               {
                   s.Row("330106200001011234", new DateOnly(2026, 9, 7), 3000.5m, true, "占道");
                   s.Row("二", null, 0.1m, false, "噪声");
               }, new SheetLayout { Title = "台账", SerialColumn = true }))
            File.WriteAllBytes(source, file.ToArray());
        var xls = office.Convert("xls", source)[0];
        File.Move(office.Convert("xlsx", xls)[0], Path.Combine(folder, "b.xlsx"));
        foreach (var path in (string[])[xls, Path.Combine(folder, "b.xlsx")])
        {
            using var stream = File.OpenRead(path);
            var (header, rows, _) = Sheets.Read(stream, "文号", "案由");
            header.Row.ShouldBe(2);
            rows.Select(r => r.Number).ShouldBe([3, 4]);
            CellParsing.Code(rows[0]["文号"]).Value.ShouldBe("330106200001011234");
            CellParsing.Date(rows[0]["决定日期"]).Value.ShouldBe(new DateOnly(2026, 9, 7));
            CellParsing.Decimal(rows[0]["罚款金额"]).Value.ShouldBe(3000.5m);
            rows[1]["案由"].Text.ShouldBe("噪声");
        }
    });

    [OfficeFact]
    public void Xls_CutOrFlipped_ReadsOrIsRefused() => Office.InFolder(folder =>
    {
        var source = Path.Combine(folder, "a.xlsx");
        using (var file = Sheets.Written(s => { for (var i = 0; i < 50; i++) s.Row("A" + i, new DateOnly(2026, 9, 7), 5m, true, "占道"); })) File.WriteAllBytes(source, file.ToArray());
        var whole = File.ReadAllBytes(office.Convert("xls", source)[0]);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var bytes = seed % 2 == 0 ? whole[..random.Next(whole.Length)] : (byte[])whole.Clone();
            for (var n = random.Next(0, 8); n > 0 && bytes.Length > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            TableFuzzTests.ReadsOrRefuses(bytes, seed);
        }
    });
}
