namespace Fadu.Rules.Registers.Loading;

/// <summary>A step, clock, gate or publication as declared: its name is known, its content not yet read.</summary>
internal sealed record Declared(LawText Id, YamlMap Item);

/// <summary>A register version whose names and types are known, so that expressions of this and of other registers can be bound to it.</summary>
internal sealed class RegisterDraft
{
    public required string Id { get; init; }
    public required string Module { get; init; }
    public required DateOnly InForce { get; init; }
    public required YamlMap Root { get; init; }
    public required string Title { get; init; }
    /// <summary>Main statute; bare article numbers mean it.</summary>
    public required string Statute { get; init; }
    /// <summary>Statute meant by bare numbers in an overlay's file, by file.</summary>
    public required IReadOnlyDictionary<string, string> StatuteOf { get; init; }
    public required IReadOnlyList<string> Overlays { get; init; }
    public required Dictionary<string, Parameter> Parameters { get; init; }
    public required IReadOnlyList<FieldDraft> Fields { get; init; }
    public required IReadOnlyList<Declared> Steps { get; init; }
    public required IReadOnlyList<Declared> Clocks { get; init; }
    public required IReadOnlyList<Declared> Gates { get; init; }
    public required IReadOnlyList<Declared> Checks { get; init; }
    public required IReadOnlyList<Declared> Publications { get; init; }
    /// <summary>All steps, also those that publications add.</summary>
    public required IReadOnlySet<string> StepNames { get; init; }
    /// <summary>All clocks, also those that publications add.</summary>
    public required IReadOnlySet<string> ClockNames { get; init; }
    public required FactTable Facts { get; init; }

    private Dictionary<string, FieldDraft>? byId;

    public Position Position => Root.Position;

    public FieldDraft? Field(string id) => (byId ??= Fields.ToDictionary(f => f.Field.Id)).GetValueOrDefault(id);

    /// <summary>Takes over the district's value; only before expressions are bound.</summary>
    public void Set(Parameter parameter) => Parameters[parameter.Id] = parameter;

    public Declared? Step(string id) => Steps.FirstOrDefault(s => s.Id.Value == id);

    public string StatuteFor(LawNode node) => StatuteOf.GetValueOrDefault(node.File, Statute);
}
