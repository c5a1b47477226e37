using System.Globalization;
using System.Text.Json.Nodes;
using Fadu.Core.Documents;

namespace Fadu.Core.Reports;

/// <summary>A document as JSON and back, so that a frozen report can be shown and printed again whatever becomes of its template.</summary>
internal static class DocumentJson
{
    public static JsonObject Write(OfficialDocument document) => new()
    {
        ["title"] = new JsonArray([.. document.TitleLines.Select(l => (JsonNode)l)]),
        ["blocks"] = new JsonArray([.. document.Blocks.Select(Write)]),
        ["organ"] = document.Signature?.Organ,
        ["date"] = document.Signature?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["note"] = document.Note,
    };

    public static OfficialDocument Read(JsonObject node) => new()
    {
        TitleLines = [.. node["title"]!.AsArray().Select(l => (string)l!)],
        Blocks = [.. node["blocks"]!.AsArray().Select(b => Read(b!))],
        Signature = (string?)node["organ"] is { } organ ? new(organ, DateOnly.ParseExact((string)node["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        Note = (string?)node["note"],
    };

    private static JsonNode Write(Block block) => block switch
    {
        Heading heading => new JsonObject { ["heading"] = heading.Level, ["runs"] = Runs(heading.Runs) },
        Paragraph paragraph => new JsonObject { ["runs"] = Runs(paragraph.Runs) },
        TableBlock table => new JsonObject
        {
            ["caption"] = table.Caption,
            ["head"] = Rows(table.HeaderRows),
            ["rows"] = Rows(table.Rows),
            ["align"] = new JsonArray([.. (table.Alignments ?? []).Select(a => (JsonNode)a.ToString().ToLowerInvariant())]),
        },
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    private static Block Read(JsonNode node) => node switch
    {
        _ when node["heading"] is { } level => new Heading((int)level, Runs(node["runs"])),
        _ when node["rows"] is { } rows => new TableBlock(
            (string?)node["caption"], Rows(node["head"]), Rows(rows), [.. node["align"]!.AsArray().Select(a => Enum.Parse<CellAlignment>((string)a!, ignoreCase: true))]),
        _ => new Paragraph(Runs(node["runs"])),
    };

    private static JsonArray Rows(IReadOnlyList<IReadOnlyList<TableCell>> rows) => new([.. rows.Select(r => (JsonNode)new JsonArray([.. r.Select(c => (JsonNode)Runs(c.Runs))]))]);

    private static IReadOnlyList<IReadOnlyList<TableCell>> Rows(JsonNode? rows) => [.. rows!.AsArray().Select(r => (IReadOnlyList<TableCell>)[.. r!.AsArray().Select(c => new TableCell(Runs(c)))])];

    private static JsonArray Runs(IReadOnlyList<Run> runs) => new([.. runs.Select(r => r.Figure is null ? (JsonNode)r.Text : new JsonArray(r.Text, r.Figure))]);

    private static IReadOnlyList<Run> Runs(JsonNode? runs) => [.. runs!.AsArray().Select(r => r is JsonArray pair ? new Run((string)pair[0]!, (string)pair[1]!) : new Run((string)r!))];
}
