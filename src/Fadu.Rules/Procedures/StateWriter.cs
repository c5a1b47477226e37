using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fadu.Rules.Procedures;

/// <summary>Writes a state straight to UTF-8: every act of every matter does it, so no tree is built on the way.</summary>
/// <remarks>Members that are missing are left out; the order is fixed, because the text is hashed.</remarks>
internal static class StateWriter
{
    [ThreadStatic] private static ArrayBufferWriter<byte>? shared;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(MatterState state)
    {
        var buffer = shared ??= new(4096);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Text(json, "register", state.Register);
            Day(json, "definition", state.Definition);
            Text(json, "office", state.Office);
            Text(json, "handler", state.Handler);
            Text(json, "number", state.Number);
            Text(json, "title", state.Title);
            Text(json, "status", state.Status);
            Day(json, "openedOn", state.OpenedOn);
            Day(json, "closedOn", state.ClosedOn);
            if (state.Imported)
            {
                json.WriteBoolean("imported", true);
            }

            Text(json, "source", state.Source);
            Text(json, "external", state.External);
            json.WriteStartObject("values");
            foreach (var (id, value) in state.Values)
            {
                Member(json, id, value);
            }

            json.WriteEndObject();
            json.WriteStartArray("acts");
            foreach (var act in state.Acts)
            {
                Act(json, act);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Act(Utf8JsonWriter json, RecordedAct act)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", act.Sequence);
        Text(json, "step", act.Step);
        Day(json, "on", act.On);
        json.WritePropertyName("recordedAt");
        Formatted(json, act.RecordedAt, "O");
        Text(json, "account", act.Account);
        Text(json, "accountName", act.AccountName);
        Text(json, "office", act.Office);
        if (!act.Files.IsEmpty)
        {
            Member(json, "files", act.Files);
        }

        Text(json, "reason", act.Reason);
        Text(json, "number", act.Number);
        if (act.SupersededBy is { } by)
        {
            json.WriteNumber("supersededBy", by);
        }

        if (!act.Rows.IsEmpty)
        {
            json.WriteStartObject("rows");
            foreach (var (field, rows) in act.Rows)
            {
                json.WriteNumber(field, rows);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }

    private static void Day(Utf8JsonWriter json, string key, DateOnly? day)
    {
        if (day is { } given)
        {
            json.WritePropertyName(key);
            Formatted(json, given, "yyyy-MM-dd");
        }
    }

    private static void Formatted<T>(Utf8JsonWriter json, T value, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[48];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void Member(Utf8JsonWriter json, string key, object? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(key);
            Value(json, value);
        }
    }

    /// <summary>The form of <see cref="StateJson.Write(object?)"/>, of the values that most fields hold.</summary>
    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case long number when StateJson.IsExact(number):
                json.WriteNumberValue(number);
                break;
            case decimal amount:
                Formatted(json, amount);
                break;
            case DateOnly day:
                Formatted(json, day, "yyyy-MM-dd");
                break;
            case Party party:
                json.WriteStartObject();
                Text(json, "name", party.Name);
                Text(json, "kind", party.Kind);
                Text(json, "id", party.Id);
                json.WriteEndObject();
                break;
            case OfficerName officer:
                json.WriteStartObject();
                Text(json, "name", officer.Name);
                Text(json, "certificate", officer.Certificate);
                Day(json, "until", officer.Until);
                json.WriteEndObject();
                break;
            case IReadOnlyList<OfficerName> or IReadOnlyList<string>:
                json.WriteStartArray();
                foreach (var item in (IEnumerable<object>)value)
                {
                    Value(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                StateJson.Write(value)!.WriteTo(json);
                break;
        }
    }
}
