using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fadu.Rules.Procedures;

namespace Fadu.Rules.Ledger;

internal sealed class CanonicalWriter
{
    [ThreadStatic] private static ArrayBufferWriter<byte>? shared;

    private readonly ArrayBufferWriter<byte> output = shared ??= new(4096);

    public CanonicalWriter() => output.ResetWrittenCount();

    public byte[] ToArray() => output.WrittenSpan.ToArray();

    /// <summary>Writes a tree without printing and parsing it first: every entry of the ledger comes this way.</summary>
    public void Node(JsonNode? node, string path, int depth)
    {
        if (depth > CanonicalJson.DeepestNesting)
            throw new CanonicalJsonException($"{Where(path)}嵌套超过 {CanonicalJson.DeepestNesting} 层。");
        switch (node)
        {
            case null: output.Write("null"u8); break;
            case JsonObject members: Object(members, path, depth); break;
            case JsonArray items: Array(items, path, depth); break;
            case JsonValue value: Value(value, path); break;
        }
    }

    private void Object(JsonObject node, string path, int depth)
    {
        var members = node.ToArray();
        System.Array.Sort(members, static (x, y) => string.CompareOrdinal(x.Key, y.Key));
        output.Write("{"u8);
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
                output.Write(","u8);
            Text(members[i].Key);
            output.Write(":"u8);
            Node(members[i].Value, members[i].Value is JsonValue ? path : $"{path}/{members[i].Key}", depth + 1);
        }
        output.Write("}"u8);
    }

    private void Array(JsonArray items, string path, int depth)
    {
        output.Write("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            Node(items[i], items[i] is JsonValue ? path : $"{path}/{i}", depth + 1);
        }
        output.Write("]"u8);
    }

    private void Value(JsonValue value, string path)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String when value.TryGetValue(out string? text): Text(text); break;
            case JsonValueKind.True: output.Write("true"u8); break;
            case JsonValueKind.False: output.Write("false"u8); break;
            case JsonValueKind.Number: Integer(value.ToJsonString(), path); break;
            case JsonValueKind.Null: output.Write("null"u8); break;
            default: Printed(value, path); break;
        }
    }

    /// <summary>A value that is text only once it is printed: a day, an identifier, an enumeration.</summary>
    private void Printed(JsonValue value, string path)
    {
        using var document = JsonDocument.Parse(value.ToJsonString());
        Value(document.RootElement, path);
    }

    public void Value(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: Object(value, path); break;
            case JsonValueKind.Array: Array(value, path); break;
            case JsonValueKind.String: Text(String(value, path)); break;
            case JsonValueKind.Number: Integer(value.GetRawText(), path); break;
            case JsonValueKind.True: output.Write("true"u8); break;
            case JsonValueKind.False: output.Write("false"u8); break;
            default: output.Write("null"u8); break;
        }
    }

    private void Object(JsonElement value, string path)
    {
        var members = value.EnumerateObject().Select(m => (Name: Name(m, path), m.Value)).ToList();
        members.Sort((x, y) => string.CompareOrdinal(x.Name, y.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0 && members[i].Name == members[i - 1].Name)
                throw new CanonicalJsonException($"{Where(path)}的键“{members[i].Name}”出现了两次，请只留一个。");
            if (i > 0)
                output.Write(","u8);
            Text(members[i].Name);
            output.Write(":"u8);
            Value(members[i].Value, $"{path}/{members[i].Name}");
        }
        output.Write("}"u8);
    }

    private void Array(JsonElement value, string path)
    {
        output.Write("["u8);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (index > 0)
                output.Write(","u8);
            Value(item, $"{path}/{index++}");
        }
        output.Write("]"u8);
    }

    /// <summary>Writes an object from its members, without those that are missing; the form of each value is that of <see cref="StateJson.Write(object?)"/>.</summary>
    public void Members((string Key, object? Value)[] members)
    {
        System.Array.Sort(members, static (x, y) => string.CompareOrdinal(x.Key, y.Key));
        output.Write("{"u8);
        var first = true;
        foreach (var (key, value) in members)
        {
            if (value is null)
                continue;
            if (!first)
                output.Write(","u8);
            first = false;
            Text(key);
            output.Write(":"u8);
            Typed(value);
        }
        output.Write("}"u8);
    }

    private void Typed(object? value)
    {
        switch (value)
        {
            case null: output.Write("null"u8); break;
            case string text: Text(text); break;
            case bool yes: output.Write(yes ? "true"u8 : "false"u8); break;
            case int number: Formatted(number, quoted: false); break;
            case long number: Formatted(number, quoted: !StateJson.IsExact(number)); break;
            case decimal amount: Formatted(amount, quoted: true); break;
            case DateOnly day: Formatted(day, quoted: true, "yyyy-MM-dd"); break;
            case Party p: Members([("id", p.Id), ("kind", p.Kind), ("name", p.Name)]); break;
            case OfficerName o: Members([("certificate", o.Certificate), ("name", o.Name), ("until", o.Until)]); break;
            case AttachedFile f: Members([("instrument", f.Instrument), ("name", f.Name), ("size", f.Size), ("sm3", f.Sm3)]); break;
            case RowValue row: Members([.. row.Values.Select(v => (v.Key, v.Value))]); break;
            case PayloadObject nested: Members(nested.Members); break;
            case System.Collections.IEnumerable list: Items(list); break;
            default: throw new InvalidOperationException($"no JSON form for {value.GetType().Name}");
        }
    }

    private void Items(System.Collections.IEnumerable list)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in list)
        {
            if (!first)
                output.Write(","u8);
            first = false;
            Typed(item);
        }
        output.Write("]"u8);
    }

    private void Formatted<T>(T value, bool quoted, ReadOnlySpan<char> format = default) where T : IUtf8SpanFormattable
    {
        if (quoted)
            output.Write("\""u8);
        value.TryFormat(output.GetSpan(40), out var written, format, CultureInfo.InvariantCulture);
        output.Advance(written);
        if (quoted)
            output.Write("\""u8);
    }

    private void Integer(string text, string path)
    {
        if (text == "-0" || !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw new CanonicalJsonException($"{Where(path)}的数字 {text} 不是整数；小数、金额请写成字符串，如 \"12.50\"。");
        if (Math.Abs((decimal)number) > CanonicalJson.LargestInteger)
            throw new CanonicalJsonException($"{Where(path)}的数字 {text} 超出 ±{CanonicalJson.LargestInteger}；长号码请写成字符串。");
        output.Write(Encoding.ASCII.GetBytes(text));
    }

    private void Text(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && text.AsSpan().IndexOfAny('"', '\\') < 0)
        {
            output.Write("\""u8);
            Encoding.UTF8.GetBytes(text, output);
            output.Write("\""u8);
            return;
        }

        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }
        output.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }

    private static string Name(JsonProperty member, string path) => Unpaired(() => member.Name, path);

    private static string String(JsonElement value, string path) => Unpaired(() => value.GetString()!, path);

    // The reader decodes \ud800 only when asked for the text, and then reports a lone surrogate in this way.
    private static string Unpaired(Func<string> read, string path)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException e)
        {
            throw new CanonicalJsonException($"{Where(path)}含有不成对的代理字符（\\ud800 一类），请改正该文字。", e);
        }
    }

    private static string Where(string path) => path.Length == 0 ? "最外层" : $"“{path}”处";
}
