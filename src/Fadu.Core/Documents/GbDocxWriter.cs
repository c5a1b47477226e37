using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Fadu.Core.Documents;

/// <summary>
/// Writes a document as DOCX by GB/T 9704-2012. The same document gives the same bytes: no time is written, and entries are stored
/// uncompressed, because the output of deflate changes between versions of the runtime.
/// </summary>
public static class GbDocxWriter
{
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(OfficialDocument document, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Save(zip, "[Content_Types].xml", DocxParts.ContentTypes);
        Save(zip, "_rels/.rels", DocxParts.PackageRelations);
        Save(zip, "docProps/core.xml", xml => DocxParts.Properties(xml, document));
        Save(zip, "word/_rels/document.xml.rels", DocxParts.DocumentRelations);
        Save(zip, "word/settings.xml", DocxParts.Settings);
        Save(zip, "word/styles.xml", DocxStyles.Write);
        Save(zip, "word/footer1.xml", xml => DocxFooter.Write(xml, odd: true));
        Save(zip, "word/footer2.xml", xml => DocxFooter.Write(xml, odd: false));
        Save(zip, "word/document.xml", xml => new DocxBody(new WordXml(xml)).Write(document));
    }

    private static void Save(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        using var stream = Entry(zip, path);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void Save(ZipArchive zip, string path, string content)
    {
        using var stream = Entry(zip, path);
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>" + content));
    }

    private static Stream Entry(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = FixedTime;
        return entry.Open();
    }
}
