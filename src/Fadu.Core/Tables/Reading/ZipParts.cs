using System.IO.Compression;
using System.Xml;

namespace Fadu.Core.Tables;

/// <summary>The parts of a package, with one limit on all bytes unpacked from it, whatever the archive's directory claims.</summary>
internal sealed class ZipParts(ZipArchive zip, long mostBytes)
{
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private long _unpacked;

    public Stream? Open(string path)
    {
        var name = path.TrimStart('/');
        var entry = zip.GetEntry(name) ?? zip.Entries.FirstOrDefault(e => string.Equals(e.FullName.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : new Counted(entry.Open(), this);
    }

    public XmlReader? Xml(string path) => Open(path) is { } part ? XmlReader.Create(part, Strict) : null;

    private void Add(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked > mostBytes) throw TableReadException.TooLarge("文件解开后过大");
    }

    private sealed class Counted(Stream inner, ZipParts owner) : Stream
    {
        public override int Read(Span<byte> buffer)
        {
            var n = inner.Read(buffer);
            owner.Add(n);
            return n;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
