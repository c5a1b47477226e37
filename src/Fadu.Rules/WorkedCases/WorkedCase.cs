using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>One worked case: what is recorded, and what must follow, written so that a jurist can check it.</summary>
public sealed record WorkedCase
{
    /// <summary>Register.</summary>
    public required string Register { get; init; }
    /// <summary>Version beside whose file it stands.</summary>
    public required DateOnly InForce { get; init; }
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }
    /// <summary>Articles it works through.</summary>
    public required Basis Basis { get; init; }
    /// <summary>Region under whose overlay it runs, or none.</summary>
    public string? Overlay { get; init; }
    /// <summary>Acts in order of recording.</summary>
    public required IReadOnlyList<CaseAct> Acts { get; init; }
    /// <summary>Day on which the expectations are looked at.</summary>
    public required DateOnly Today { get; init; }
    /// <summary>Where it stands.</summary>
    public required Position Position { get; init; }

    /// <summary>What must follow, as written.</summary>
    public IReadOnlyList<CaseNote> Expected => [.. Expectations.Select(CaseNote.Of)];

    internal IReadOnlyList<LawEntry> Expectations { get; init; } = [];
}

/// <summary>One act of a worked case.</summary>
public sealed record CaseAct
{
    /// <summary>Step.</summary>
    public required string Step { get; init; }
    /// <summary>Day on which it takes effect.</summary>
    public required DateOnly On { get; init; }
    /// <summary>Attached instruments; none = all that the step asks for.</summary>
    public IReadOnlyList<string>? Files { get; init; }
    /// <summary>Where it stands.</summary>
    public required Position Position { get; init; }

    /// <summary>What is recorded, as written.</summary>
    public IReadOnlyList<CaseNote> Given => [.. Values.Select(CaseNote.Of)];

    internal IReadOnlyList<LawEntry> Values { get; init; } = [];
}
