using System.Text;

namespace Fadu.Tests.Checking;

/// <summary>A page of PDF with the given lines; without lines it is what a scan is to a reader of text.</summary>
internal static class PdfSample
{
    // Codes are UTF-16 units and the ToUnicode map says so, so that no font has to be embedded.
    private const string ToUnicode =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end";

    public static string Of(params string[] lines)
    {
        var content = "BT /F 12 Tf 16 TL 50 780 Td " + string.Join(" ", lines.Select(line => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj T*")) + " ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 7 0 R>>",
            "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 8 0 R>>",
            Stream(ToUnicode),
            Stream(content),
            "<</Type/FontDescriptor/FontName/S/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append($"{pdf.Length:0000000000} 00000 n \n");
            pdf.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = pdf.Length;
        return pdf.Append(table).Append($"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").ToString();
    }

    private static string Stream(string content) => $"<</Length {content.Length}>>\nstream\n{content}\nendstream";
}

/// <summary>A test that needs pdftotext; where it is not installed it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")))) Skip = "本机没有 pdftotext（poppler-utils），本项跳过。";
    }
}
