namespace Fadu.Rules.Registers;

/// <summary>A kind of matter as the law defines it from one day on. A matter keeps the version under which it was opened.</summary>
public sealed record Register
{
    /// <summary>Identifier, kebab-case, unique.</summary>
    public required string Id { get; init; }
    /// <summary>Module (menu group).</summary>
    public required string Module { get; init; }
    /// <summary>First day on which matters are opened under this version.</summary>
    public required DateOnly InForce { get; init; }
    /// <summary>Chinese name.</summary>
    public required string Title { get; init; }
    /// <summary>Its main statute.</summary>
    public required string Statute { get; init; }
    /// <summary>Place in the menu of its module.</summary>
    public int Order { get; init; }
    /// <summary>Pattern of the matter's number, or none.</summary>
    public string? NumberPattern { get; init; }
    /// <summary>Step that assigns the number; none = the opening step.</summary>
    public string? NumberAt { get; init; }
    /// <summary>How a matter is called in lists, with <c>{field}</c>.</summary>
    public required string TitlePattern { get; init; }
    /// <summary>Office field that decides the counting office; none = the office that opens.</summary>
    public string? OfficeField { get; init; }
    /// <summary>Parameters by identifier.</summary>
    public required IReadOnlyDictionary<string, Parameter> Parameters { get; init; }
    /// <summary>Fields in order.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }
    /// <summary>Steps in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }
    /// <summary>Clocks in order.</summary>
    public required IReadOnlyList<Clock> Clocks { get; init; }
    /// <summary>Gates and checks in order.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }
    /// <summary>Publications in order.</summary>
    public required IReadOnlyList<Publication> Publications { get; init; }
    /// <summary>Default list columns (fact column or field names).</summary>
    public required IReadOnlyList<string> Columns { get; init; }
    /// <summary>Columns of its fact table.</summary>
    public required FactTable Facts { get; init; }
    /// <summary>Overlays that were applied, outermost last.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];
    /// <summary>Shared parts that it uses.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];
    /// <summary>Where it is defined.</summary>
    public required Position Position { get; init; }

    private Dictionary<string, Field>? fields;
    private Dictionary<string, Step>? steps;
    private Dictionary<string, Clock>? clocks;
    private RegisterIndex? index;

    /// <summary>What its procedure asks for at every act, looked up once.</summary>
    internal RegisterIndex Index => index ??= new(this);

    /// <summary>The field with this identifier, or none.</summary>
    public Field? Field(string id) => (fields ??= Fields.ToDictionary(f => f.Id)).GetValueOrDefault(id);

    /// <summary>The step with this identifier, or none.</summary>
    public Step? Step(string id) => (steps ??= Steps.ToDictionary(s => s.Id)).GetValueOrDefault(id);

    /// <summary>The clock with this identifier, or none.</summary>
    public Clock? Clock(string id) => (clocks ??= Clocks.ToDictionary(c => c.Id)).GetValueOrDefault(id);
}
