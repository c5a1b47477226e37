using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fadu.Rules.Coverage;

/// <summary>A quantity that a published report prints.</summary>
/// <param name="Id">Report and number in reading order, e.g. <c>002.1-047</c>.</param>
/// <param name="Row">System of the mission list that yields it, e.g. <c>J01</c>, or none.</param>
/// <param name="Value">The number; a rate is a fraction of one; amounts keep the printed unit (800 with 万元). None where the report masks it.</param>
/// <param name="Text">As printed.</param>
/// <param name="Approx">The word that makes it inexact: 余, 近, 以上 …</param>
/// <param name="Computable">Whether a system that records the work computes it.</param>
public sealed record PrintedFigure(
    string Id, string Report, string? Row, decimal? Value, string Text, string? Unit, string? Approx, string MeaningZh, string Kind, string Period, bool Computable)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads figures, one JSON object a line.</summary>
    /// <exception cref="FormatException">A line is no figure; says which.</exception>
    public static IReadOnlyList<PrintedFigure> Read(string lines)
    {
        List<PrintedFigure> figures = [];
        foreach (var (line, number) in lines.Split('\n').Select((l, i) => (l, i + 1)).Where(l => l.l.Trim().Length > 0))
        {
            try
            {
                figures.Add(JsonSerializer.Deserialize<PrintedFigure>(line, Options) ?? throw new JsonException());
            }
            catch (JsonException error)
            {
                throw new FormatException($"第{number}行不是一个数字的记录：{error.Message}", error);
            }
        }

        return figures;
    }

    /// <summary>The value in the unit in which measures count: 800 万元 is 8,000,000 元.</summary>
    public decimal? Plain => Value * Unit switch { "万元" => 10_000m, "亿元" => 100_000_000m, _ => 1m };
}
