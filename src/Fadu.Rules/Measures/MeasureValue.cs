namespace Fadu.Rules.Measures;

/// <summary>Value of a measure.</summary>
/// <param name="Value">The figure; a rate is a fraction of one. Missing where it cannot be computed.</param>
/// <param name="Numerator">Of a ratio.</param>
/// <param name="Denominator">Of a ratio.</param>
/// <param name="Definition">The definition by which it was computed.</param>
public sealed record MeasureValue(decimal? Value, decimal? Numerator, decimal? Denominator, MeasureDefinition Definition);

/// <summary>Which definition counts for whom: one is chosen per office; the first of the measure where none is.</summary>
/// <param name="District">Choice for totals and for offices without a choice of their own, by measure.</param>
/// <param name="Offices">Choice of single offices, by office and measure.</param>
public sealed record DefinitionChoices(
    IReadOnlyDictionary<string, string> District, IReadOnlyDictionary<(string Office, string Measure), string> Offices)
{
    /// <summary>Everybody uses the first definition.</summary>
    public static DefinitionChoices Default { get; } = new(new Dictionary<string, string>(), new Dictionary<(string, string), string>());

    /// <summary>The definition that counts for an office, or for the total.</summary>
    public MeasureDefinition Of(Measure measure, string? office) =>
        (office is not null && Offices.TryGetValue((office, measure.Id), out var own) ? measure.Definition(own) : null)
        ?? (District.TryGetValue(measure.Id, out var shared) ? measure.Definition(shared) : null)
        ?? measure.Definitions[0];

    /// <summary>All definitions of a measure that count for somebody.</summary>
    public IEnumerable<MeasureDefinition> InUse(Measure measure) =>
        Offices.Keys.Where(k => k.Measure == measure.Id).Select(k => Of(measure, k.Office)).Prepend(Of(measure, null)).Distinct();

    /// <summary>The choices with which the total of one office is counted: by its own definition, not by the district's.</summary>
    public DefinitionChoices SeenFrom(string? office) => this with
    {
        District = District.Concat(Offices.Where(c => c.Key.Office == office).Select(c => KeyValuePair.Create(c.Key.Measure, c.Value)))
            .GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Last().Value),
    };

    /// <summary>The same choices, but for one measure this definition counts for everybody: to compare definitions.</summary>
    public DefinitionChoices Only(string measure, string definition) => new(
        District.Where(c => c.Key != measure).Append(new(measure, definition)).ToDictionary(),
        Offices.Where(c => c.Key.Measure != measure).ToDictionary());
}
