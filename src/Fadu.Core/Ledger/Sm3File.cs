using Fadu.Rules.Ledger;

namespace Fadu.Core.Ledger;

/// <summary>SM3 of files and streams, without holding them in memory.</summary>
public static class Sm3File
{
    /// <summary>Digest of a file.</summary>
    public static Digest Hash(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        return Copy(stream, null);
    }

    /// <summary>Digest of a stream while it is copied.</summary>
    public static Digest Copy(Stream source, Stream? target)
    {
        var hasher = new Sm3Hasher();
        var buffer = new byte[1 << 16];
        int count;
        while ((count = source.Read(buffer)) > 0)
        {
            hasher.Append(buffer.AsSpan(0, count));
            target?.Write(buffer, 0, count);
        }

        return hasher.Finish();
    }
}
