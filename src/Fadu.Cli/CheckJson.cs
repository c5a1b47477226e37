using System.Text.Encodings.Web;
using System.Text.Json;
using Fadu.Rules.Checking;

namespace Fadu.Cli;

/// <summary>The JSON of `fadu check --json`: one object per file, on one line each.</summary>
internal static class CheckJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, string file, string text, CheckResult result, bool relations)
    {
        var place = new CodePoints(text);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            writer.WriteNumber("characters", place.At(text.Length));
            writer.WriteNumber("figures", result.Figures.Count);
            writer.WriteNumber("checked_figures", result.CheckedFigures.Count());
            writer.WritePropertyName("findings");
            WriteAll(writer, result.Findings, place);
            writer.WritePropertyName("relations");
            WriteAll(writer, relations ? result.Relations : [], place);
            writer.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteAll(Utf8JsonWriter writer, IEnumerable<CheckedRelation> relations, CodePoints place)
    {
        writer.WriteStartArray();
        foreach (var relation in relations)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", relation.Kind.ToName());
            writer.WriteString("verdict", relation.Verdict.ToName());
            writer.WriteNumber("line", relation.Line);
            writer.WriteNumber("start", place.At(relation.Start));
            writer.WriteNumber("end", place.At(relation.End));
            writer.WriteString("quote", relation.Quote);
            writer.WriteStartArray("numbers");
            foreach (var number in relation.Numbers) writer.WriteStringValue(number);
            writer.WriteEndArray();
            if (relation.Expected is { } expected) writer.WriteString("expected", expected);
            else writer.WriteNull("expected");
            writer.WriteString("says", relation.Says);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
