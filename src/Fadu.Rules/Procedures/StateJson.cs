using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Writes and reads field values and matter states as JSON: the form in which they are stored and hashed.</summary>
/// <remarks>Decimals are strings, as are whole numbers beyond what every reader of JSON holds exactly (numbers of matters); days are <c>yyyy-MM-dd</c>, so that no number format can change a hash.</remarks>
public static class StateJson
{
    /// <summary>One value, or null for a missing one.</summary>
    public static JsonNode? Write(object? value) => value switch
    {
        null => null,
        string s => JsonValue.Create(s),
        bool b => JsonValue.Create(b),
        long n => IsExact(n) ? JsonValue.Create(n) : JsonValue.Create(n.ToString(CultureInfo.InvariantCulture)),
        int n => JsonValue.Create((long)n),
        decimal d => JsonValue.Create(d.ToString(CultureInfo.InvariantCulture)),
        DateOnly day => JsonValue.Create(Day(day)),
        Party p => Object(("name", p.Name), ("kind", p.Kind), ("id", p.Id)),
        OfficerName o => Object(("name", o.Name), ("certificate", o.Certificate), ("until", o.Until)),
        AttachedFile f => Object(("instrument", f.Instrument), ("name", f.Name), ("sm3", f.Sm3), ("size", f.Size)),
        RowValue r => Object([.. r.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value))]),
        System.Collections.IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Write)]),
        _ => throw new InvalidOperationException($"no JSON form for {value.GetType().Name}"),
    };

    /// <summary>Within ±(2⁵³−1), which RFC 8785 takes as numbers.</summary>
    internal static bool IsExact(long number) => number is >= -9_007_199_254_740_991 and <= 9_007_199_254_740_991;

    /// <summary>Reads a value of a field.</summary>
    public static object? Read(Field field, JsonNode? node) => node is null ? null : field.Type switch
    {
        FieldType.WholeNumber or FieldType.Reference => node.GetValueKind() == JsonValueKind.String ? long.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture) : node.GetValue<long>(),
        FieldType.Decimal or FieldType.Money => decimal.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture),
        FieldType.Date => ReadDay(node),
        FieldType.YesNo => node.GetValue<bool>(),
        FieldType.Codes or FieldType.Offices => node.AsArray().Select(n => n!.GetValue<string>()).ToList(),
        FieldType.Officers => node.AsArray().Select(n => ReadOfficer(n!)).ToList(),
        FieldType.Officer => ReadOfficer(node),
        FieldType.Party => new Party(Text(node, "name") ?? "", Text(node, "kind") ?? "natural", Text(node, "id")),
        FieldType.File => ReadFile(node),
        FieldType.Rows => node.AsArray().Select(n => ReadRow(field, n!)).ToList(),
        _ => node.GetValue<string>(),
    };

    /// <summary>The whole state.</summary>
    public static string Write(MatterState state) => Encoding.UTF8.GetString(Utf8(state));

    /// <summary>The whole state in the bytes that are hashed.</summary>
    public static byte[] Utf8(MatterState state) => StateWriter.Write(state);

    /// <summary>Reads a state written by <see cref="Write(MatterState)"/>.</summary>
    public static MatterState Read(Register register, string json)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        var values = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var (id, value) in node["values"]!.AsObject())
        {
            if (register.Field(id) is { } field)
            {
                values[id] = Read(field, value);
            }
        }

        return new()
        {
            Register = Text(node, "register")!,
            Definition = ReadDay(node["definition"]!),
            Office = Text(node, "office")!,
            Handler = Text(node, "handler"),
            Number = Text(node, "number"),
            Title = Text(node, "title")!,
            Status = Text(node, "status")!,
            OpenedOn = ReadDay(node["openedOn"]!),
            ClosedOn = node["closedOn"] is { } closed ? ReadDay(closed) : null,
            Imported = node["imported"] is not null,
            Source = Text(node, "source"),
            External = Text(node, "external"),
            Values = values.ToImmutable(),
            Acts = [.. node["acts"]!.AsArray().Select(a => ReadAct(a!))],
        };
    }

    /// <summary>An object without its missing members.</summary>
    public static JsonObject Object(params (string Key, object? Value)[] members)
    {
        var node = new JsonObject();
        foreach (var (key, value) in members)
        {
            if (Write(value) is { } written)
            {
                node[key] = written;
            }
        }

        return node;
    }

    /// <summary>Chinese stays readable in the store.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static RecordedAct ReadAct(JsonNode node) => new(
        (int)node["sequence"]!.GetValue<long>(), Text(node, "step")!, ReadDay(node["on"]!),
        DateTimeOffset.Parse(Text(node, "recordedAt")!, CultureInfo.InvariantCulture), Text(node, "account")!, Text(node, "accountName")!, Text(node, "office")!,
        node["files"] is JsonArray files ? [.. files.Select(f => ReadFile(f!))] : [], Text(node, "reason"), Text(node, "number"),
        node["supersededBy"] is { } by ? (int)by.GetValue<long>() : null)
    {
        Rows = node["rows"] is JsonObject rows
            ? rows.ToImmutableSortedDictionary(r => r.Key, r => (int)r.Value!.GetValue<long>(), StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, int>.Empty,
    };

    private static AttachedFile ReadFile(JsonNode node) =>
        new(Text(node, "instrument") ?? "", Text(node, "name") ?? "", Text(node, "sm3") ?? "", node["size"]?.GetValue<long>() ?? 0);

    private static OfficerName ReadOfficer(JsonNode node) =>
        new(Text(node, "name") ?? "", Text(node, "certificate"), node["until"] is { } until ? ReadDay(until) : null);

    private static RowValue ReadRow(Field field, JsonNode node)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (var column in field.Columns)
        {
            if (node[column.Id] is { } cell)
            {
                values[column.Id] = Read(column, cell);
            }
        }

        return new(values);
    }

    private static string? Text(JsonNode node, string key) => node[key]?.GetValue<string>();

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly ReadDay(JsonNode node) => DateOnly.ParseExact(node.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
