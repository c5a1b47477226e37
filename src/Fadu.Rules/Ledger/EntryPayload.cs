using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fadu.Rules.Ledger;

/// <summary>A file that an entry refers to.</summary>
public sealed record FileReference(string Name, Digest Digest);

/// <summary>The two members of a payload that verification reads; all others are the register's.</summary>
/// <remarks>
/// <c>"state"</c>: digest of the matter's row after the act, so that a row changed behind the ledger's back shows.
/// <c>"files"</c>: array of <c>{"name": …, "sm3": …}</c>, so that a changed file shows.
/// </remarks>
public static class EntryPayload
{
    /// <summary>The digest to put under <c>"state"</c>, and to compare a stored row with: SM3 of the canonical JSON of the row.</summary>
    public static Digest StateDigest(JsonNode? row) => Sm3.Hash(CanonicalJson.Write(row));

    /// <summary>The recorded digest of the row, or null where the payload has none or is no JSON object any more.</summary>
    public static Digest? State(ReadOnlyMemory<byte> payload)
    {
        using var document = Read(payload);
        return document is not null && document.RootElement.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.String
            && Digest.TryParse(state.GetString(), out var digest)
            ? digest
            : null;
    }

    /// <summary>The files that the payload refers to.</summary>
    /// <exception cref="FormatException">A reference lacks its name or digest.</exception>
    public static IReadOnlyList<FileReference> Files(ReadOnlyMemory<byte> payload)
    {
        // Most payloads have no files, and a search for the bytes is twenty times cheaper than reading JSON.
        if (payload.Span.IndexOf("\"files\":"u8) < 0)
            return [];
        using var document = Read(payload);
        return document is not null && document.RootElement.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Array
            ? files.EnumerateArray().Select(Reference).ToList()
            : [];
    }

    // An altered payload may be no JSON at all; the chain reports that, so here it only has nothing to say.
    private static JsonDocument? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = CanonicalJson.DeepestNesting });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
        }
        return null;
    }

    private static FileReference Reference(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object
        && file.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
        && file.TryGetProperty("sm3", out var sm3) && sm3.ValueKind == JsonValueKind.String && Digest.TryParse(sm3.GetString(), out var digest)
            ? new FileReference(name.GetString()!, digest)
            : throw new FormatException($"留痕内容里的文件“{file}”应有 name 和 sm3（64 位小写十六进制）。");
}
