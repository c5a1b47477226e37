using System.Xml;

namespace Fadu.Core.Documents;

/// <summary>The styles; names are Chinese, as the user meets them in Word or WPS.</summary>
internal static class DocxStyles
{
    public const string Body = "Normal", Flush = "Flush", Title = "DocumentTitle", Mark = "Mark", Caption = "TableCaption", Cell = "TableText",
        CellHead = "TableHead", Colophon = "Colophon", Footer = "Footer", AnnexLabel = "AnnexLabel", KaiTiRun = "KaiTiRun", HeiTiRun = "HeiTiRun", Small = "Small";

    public static string Heading(int level) => $"Heading{level}";

    public static void Write(XmlWriter xml)
    {
        var w = new WordXml(xml);
        w.Start("styles");
        w.Start("docDefaults").Start("rPrDefault").Start("rPr");
        Font(w, GbPage.FangSong);
        w.Element("color", ("val", "000000")).Element("spacing", ("val", GbPage.Tighter)).Element("kern", ("val", 0)).Element("sz", ("val", GbPage.BodySize)).Element("szCs", ("val", GbPage.BodySize))
            .Element("lang", ("val", "en-US"), ("eastAsia", "zh-CN")).End().End();
        w.Start("pPrDefault").Start("pPr").Element("widowControl", ("val", 0)).Element("autoSpaceDE", ("val", 0)).Element("autoSpaceDN", ("val", 0));
        Spacing(w, GbPage.Line);
        w.Element("jc", ("val", "both")).End().End().End();

        Style(w, Body, "Normal", null, p => p.Element("ind", ("firstLineChars", 200), ("firstLine", 640)));
        Style(w, Flush, "公文顶格", Body, p => p.Element("ind", ("firstLineChars", 0), ("firstLine", 0)));
        Style(w, Title, "公文标题", Flush, p => p.Element("keepNext").Element("jc", ("val", "center")), GbPage.BiaoSong, 44);
        Style(w, Mark, "发文机关标志", Flush, p => p.Element("jc", ("val", "center")), GbPage.BiaoSong);
        for (var level = 1; level <= 4; level++)
        {
            var outline = level - 1;
            Style(w, Heading(level), $"heading {level}", Body, p => p.Element("keepNext").Element("outlineLvl", ("val", outline)),
                level switch { 1 => GbPage.HeiTi, 2 => GbPage.KaiTi, _ => null });
        }
        Style(w, AnnexLabel, "附件标识", Flush, p => p.Element("keepNext").Element("pageBreakBefore"), GbPage.HeiTi);
        Style(w, Caption, "表题", Flush, p => p.Element("keepNext").Element("jc", ("val", "center")), GbPage.HeiTi, 28);
        Style(w, Cell, "表文", Flush, p => Spacing(p.Element("snapToGrid", ("val", 0)), 360, "atLeast"), null, 24);
        Style(w, CellHead, "表头", Cell, p => p.Element("jc", ("val", "center")), GbPage.HeiTi);
        Style(w, Cell + Small, "表文（小）", Cell, p => Spacing(p, 300, "atLeast"), null, 21);
        Style(w, CellHead + Small, "表头（小）", CellHead, p => Spacing(p, 300, "atLeast"), null, 21);
        Style(w, Colophon, "版记", Flush, p => Spacing(p, 480), null, 28);
        Style(w, Footer, "footer", Flush, p => Spacing(p, 280), GbPage.SongTi, 28);
        RunStyle(w, KaiTiRun, "楷体字", GbPage.KaiTi);
        RunStyle(w, HeiTiRun, "黑体字", GbPage.HeiTi);
        w.End();
    }

    public static void Font(WordXml w, string font) =>
        w.Element("rFonts", ("ascii", font), ("eastAsia", font), ("hAnsi", font), ("cs", font), ("hint", "eastAsia"));

    private static void Spacing(WordXml w, int line, string rule = "exact") =>
        w.Element("spacing", ("before", 0), ("after", 0), ("line", line), ("lineRule", rule));

    private static void Style(WordXml w, string id, string name, string? basedOn, Action<WordXml> paragraph, string? font = null, int size = 0)
    {
        if (basedOn is null) w.Start("style", ("type", "paragraph"), ("default", 1), ("styleId", id));
        else w.Start("style", ("type", "paragraph"), ("customStyle", id.StartsWith("Heading", StringComparison.Ordinal) || id == Footer ? 0 : 1), ("styleId", id));
        w.Element("name", ("val", name));
        if (basedOn is not null) w.Element("basedOn", ("val", basedOn));
        w.Element("qFormat").Start("pPr");
        paragraph(w);
        w.End();
        if (font is not null || size > 0)
        {
            w.Start("rPr");
            if (font is not null) Font(w, font);
            if (size > 0) w.Element("spacing", ("val", 0)).Element("sz", ("val", size)).Element("szCs", ("val", size));
            w.End();
        }
        w.End();
    }

    private static void RunStyle(WordXml w, string id, string name, string font)
    {
        w.Start("style", ("type", "character"), ("customStyle", 1), ("styleId", id)).Element("name", ("val", name)).Start("rPr");
        Font(w, font);
        w.End().End();
    }
}
