using System.Xml;

namespace Fadu.Core.Documents;

/// <summary>The parts of the package that do not depend on the text.</summary>
internal static class DocxParts
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public const string ContentTypes =
        $"""<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Word}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Word}styles+xml"/><Override PartName="/word/settings.xml" ContentType="{Word}settings+xml"/><Override PartName="/word/footer1.xml" ContentType="{Word}footer+xml"/><Override PartName="/word/footer2.xml" ContentType="{Word}footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>""";

    public const string PackageRelations =
        $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{Package}relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""";

    public const string DocumentRelations =
        $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Office}settings" Target="settings.xml"/><Relationship Id="rId3" Type="{Office}footer" Target="footer1.xml"/><Relationship Id="rId4" Type="{Office}footer" Target="footer2.xml"/></Relationships>""";

    public const string Settings =
        $"""<w:settings xmlns:w="{WordXml.W}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>""";

    public static void Properties(XmlWriter xml, OfficialDocument document)
    {
        const string dc = "http://purl.org/dc/elements/1.1/";
        xml.WriteStartElement("cp", "coreProperties", Package + "metadata/core-properties");
        xml.WriteElementString("dc", "title", dc, string.Concat(document.TitleLines));
        if (document.Signature is { } signature) xml.WriteElementString("dc", "creator", dc, signature.Organ);
        xml.WriteEndElement();
    }
}
