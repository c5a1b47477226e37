using System.Text;

namespace Fadu.Core.Storage;

/// <summary>A text that is already in UTF-8, as SQLite stores it.</summary>
public sealed record Utf8Text(ReadOnlyMemory<byte> Bytes)
{
    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Bytes.Span);
}
