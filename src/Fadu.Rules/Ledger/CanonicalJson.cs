using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Fadu.Rules.Ledger;

/// <summary>The one byte sequence that stands for a JSON value: what the ledger stores and hashes.</summary>
/// <remarks>
/// RFC 8785 (keys sorted by UTF-16 units, no white space, shortest escapes), narrowed: numbers are whole numbers within ±(2^53−1) only.
/// Money, rates and long numbers are strings, because two programs that print the same double differently would give two hashes.
/// Text is not normalised (no NFC): the ledger keeps the characters that the officer entered. Nesting at most 64.
/// </remarks>
public static class CanonicalJson
{
    internal const int DeepestNesting = 64;
    internal const long LargestInteger = 9_007_199_254_740_991;

    /// <summary>The canonical form of a node; null stands for JSON null.</summary>
    /// <exception cref="CanonicalJsonException">A number is not whole or too large, a key is double, the nesting is too deep.</exception>
    public static byte[] Write(JsonNode? node)
    {
        var writer = new CanonicalWriter();
        writer.Node(node, "", 0);
        return writer.ToArray();
    }

    /// <summary>The canonical form of a payload, straight from its values: every act of every matter comes this way.</summary>
    public static byte[] Write(PayloadObject payload)
    {
        var writer = new CanonicalWriter();
        writer.Members(payload.Members);
        return writer.ToArray();
    }

    /// <summary>The canonical form of a JSON text.</summary>
    /// <exception cref="CanonicalJsonException">The text is not JSON, or has no canonical form.</exception>
    public static byte[] Write(string json)
    {
        try
        {
            return Write(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json));
        }
        catch (EncoderFallbackException e)
        {
            throw new CanonicalJsonException($"第 {e.Index} 个字符是不成对的代理字符，不能写成 UTF-8。", e);
        }
    }

    /// <summary>The canonical form of a JSON text in UTF-8.</summary>
    /// <exception cref="CanonicalJsonException">The bytes are not JSON in UTF-8, or have no canonical form.</exception>
    public static byte[] Write(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new CanonicalJsonException("不是合法的 UTF-8 文本，请另存为 UTF-8 编码。");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.Read())
                throw new CanonicalJsonException("一个 JSON 值之后还有内容，请删去。");
            var writer = new CanonicalWriter();
            writer.Value(document.RootElement, "");
            return writer.ToArray();
        }
        catch (JsonException e)
        {
            throw new CanonicalJsonException($"不是合法的 JSON，或嵌套超过 {DeepestNesting} 层：第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节处有误。", e);
        }
    }

    /// <summary>Null if <paramref name="utf8"/> is canonical, byte for byte; otherwise the first fault.</summary>
    /// <remarks>One pass without allocation: verification runs it on every payload of the ledger.</remarks>
    public static CanonicalFault? Check(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            return new CanonicalFault(0, "不是合法的 UTF-8 文本。");
        var scanner = new CanonicalScanner(utf8);
        scanner.Document();
        return scanner.Fault;
    }
}
