using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fadu.Core.Documents;
using Fadu.Rules.Measures;

namespace Fadu.Core.Reports;

/// <summary>Figures as JSON, for the command line and for other programs.</summary>
public static class ReportJson
{
    /// <summary>Chinese stays readable, and the same content gives the same text.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All figures of a report in their order.</summary>
    public static JsonArray Figures(IEnumerable<ReportFigure> figures) => [.. figures.Select(f => (JsonNode)new JsonObject
    {
        ["id"] = f.Id,
        ["bookmark"] = FigureBookmark.NameOf(f.Id),
        ["section"] = f.Section,
        ["title"] = f.Title,
        ["measure"] = f.Measure,
        ["filter"] = f.Filter.Length == 0 ? null : f.Filter,
        ["form"] = f.Form.ToString().ToLowerInvariant(),
        ["definition"] = f.Definition,
        ["definition_text"] = f.DefinitionText,
        ["period"] = f.Period is { } p ? string.Create(CultureInfo.InvariantCulture, $"{p.Start:yyyy-MM-dd}/{p.End:yyyy-MM-dd}") : null,
        ["office"] = f.Office,
        ["unit"] = f.Unit,
        ["value"] = f.Value,
        ["numerator"] = f.Numerator,
        ["denominator"] = f.Denominator,
        ["printed"] = f.Printed,
        ["source"] = f.Typed ? "typed" : "measure",
        ["lists"] = new JsonArray([.. f.Lists.Select(l => (JsonNode)new JsonObject { ["measure"] = l.Request, ["count"] = l.Count, ["sm3"] = l.Sm3 })]),
    })];

    /// <summary>A value as text that reads back exactly.</summary>
    public static string? Exact(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure as shown beside others: with its unit, without a place's cutting or rounding.</summary>
    public static string Shown(decimal? value, string unit) => MeasureFormat.PrintWithUnit(value, unit, 2);
}
