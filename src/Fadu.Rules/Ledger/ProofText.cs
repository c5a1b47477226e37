using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fadu.Rules.Ledger;

// Reading and writing of the JSON that proof files share; a FormatException's message becomes the verdict's sentence.
internal static class ProofText
{
    // A payload may nest as deep as canonical JSON allows, inside the file's own two levels.
    private const int DeepestNesting = CanonicalJson.DeepestNesting + 2;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, MaxDepth = DeepestNesting, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject file) => file.ToJsonString(Readable) + "\n";

    public static JsonArray Path(IReadOnlyList<Digest> path) => new(path.Select(d => (JsonNode)d.ToString()).ToArray());

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static JsonElement Read(string text, string format, string title)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = DeepestNesting });
            var root = document.RootElement.Clone();
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var f) && f.ValueKind == JsonValueKind.String && f.GetString() == format)
                return root;
        }
        catch (JsonException e)
        {
            throw new FormatException($"不是{title}：JSON 在第 {e.LineNumber + 1} 行有误，请使用未经编辑的原文件。", e);
        }
        throw new FormatException($"不是{title}：缺少 \"format\": \"{format}\"，请使用未经编辑的原文件。");
    }

    public static JsonElement Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new FormatException($"证明文件缺少“{name}”，或其类型不对，请使用未经编辑的原文件。");

    public static string Text(JsonElement parent, string name) => Member(parent, name, JsonValueKind.String).GetString()!;

    public static Digest DigestOf(JsonElement parent, string name) => Digest.Parse(Text(parent, name));

    public static long Number(JsonElement parent, string name) => Member(parent, name, JsonValueKind.Number).TryGetInt64(out var number)
        ? number
        : throw new FormatException($"证明文件的“{name}”应为整数。");

    public static int Sequence(JsonElement parent) => Number(parent, "sequence") is >= 1 and <= int.MaxValue and var number
        ? (int)number
        : throw new FormatException("证明文件的“sequence”应为从 1 起的留痕序号。");

    public static DateTimeOffset TimeOf(JsonElement parent, string name) =>
        DateTimeOffset.TryParseExact(Text(parent, name), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new FormatException($"证明文件的“{name}”不是 2024-03-01T04:00:00.000000Z 这样的时间。");

    public static IReadOnlyList<Digest> PathOf(JsonElement parent) =>
        Member(parent, "path", JsonValueKind.Array).EnumerateArray().Select(e => Digest.Parse(e.ValueKind == JsonValueKind.String ? e.GetString() : e.GetRawText())).ToList();
}
