using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers;

/// <summary>What a send-back is called and means.</summary>
public enum SendBackKind
{
    /// <summary>退回补正: something is missing.</summary>
    Correction,
    /// <summary>退回重审: to be examined again.</summary>
    Redo,
    /// <summary>撤回: by the one who handed it in.</summary>
    Withdraw,
    /// <summary>部分退回: a part of the items.</summary>
    Partial,
}

/// <summary>What a send-back does to a running clock.</summary>
public enum ClockOnSendBack
{
    /// <summary>Runs on.</summary>
    Continue,
    /// <summary>Does not count until the step is done again.</summary>
    Stop,
    /// <summary>Starts anew when the step is done again.</summary>
    Restart,
}

/// <summary>A typed send-back: the step <paramref name="To"/> and what followed must be done again; the work stays in the timeline.</summary>
public sealed record SendBack(SendBackKind Kind, string To, IReadOnlyDictionary<string, ClockOnSendBack> Clocks);

/// <summary>Freezes a population: fills rows with the matters of another register that satisfy a condition.</summary>
public sealed record Collect(string Into, string From, Expression? Where, IReadOnlyDictionary<string, Expression> Set);

/// <summary>For each row opens or steps a matter of another register, by the code in one column.</summary>
/// <param name="Set">Values that are the same for every row, from the matter that holds the rows.</param>
public sealed record Apply(
    string Rows, string Register, string By, string? ReferenceColumn, IReadOnlyDictionary<string, string> On, IReadOnlyDictionary<string, Expression> Set);

/// <summary>Opens a linked matter.</summary>
public sealed record Spawn(string Register, string Step, IReadOnlyDictionary<string, Expression> Set);

/// <summary>One field on the form of a step.</summary>
/// <param name="Field">Identifier of the field.</param>
/// <param name="Required">Must be given here (the field is required, or the step says so with <c>!</c>).</param>
public sealed record StepField(string Field, bool Required);

/// <summary>One act in the procedure.</summary>
public sealed record Step
{
    /// <summary>Identifier, unique in the register.</summary>
    public required string Id { get; init; }
    /// <summary>Chinese name.</summary>
    public required string Title { get; init; }
    /// <summary>One Chinese line above its form: what day it is dated, what to have at hand.</summary>
    public string? Help { get; init; }
    /// <summary>Article that orders or allows the step.</summary>
    public required Basis Basis { get; init; }
    /// <summary>Opens a matter.</summary>
    public bool Opens { get; init; }
    /// <summary>Any one of these must have been done in the present round.</summary>
    public IReadOnlyList<string> After { get; init; } = [];
    /// <summary>All of these must have been done.</summary>
    public IReadOnlyList<string> AfterAll { get; init; } = [];
    /// <summary>Not allowed once one of these is done.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
    /// <summary>Alternatives: doing one closes the others.</summary>
    public IReadOnlyList<string> InsteadOf { get; init; } = [];
    /// <summary>The step exists only where this holds.</summary>
    public Expression? When { get; init; }
    /// <summary>May be done again.</summary>
    public bool Repeat { get; init; }
    /// <summary>Roles that may record it; empty only for the system's own steps.</summary>
    public IReadOnlyList<string> By { get; init; } = [];
    /// <summary>Fields of its form, in the order of the paper form.</summary>
    public IReadOnlyList<StepField> Sets { get; init; } = [];
    /// <summary>Rows fields to which each doing appends.</summary>
    public IReadOnlyList<string> Adds { get; init; } = [];
    /// <summary>Instruments that must be attached.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
    /// <summary>Instruments that may be attached.</summary>
    public IReadOnlyList<string> OptionalFiles { get; init; } = [];
    /// <summary>Status that closes the matter, or none.</summary>
    public string? Closes { get; init; }
    /// <summary>Status set without closing, or none.</summary>
    public string? Status { get; init; }
    /// <summary>Opens a closed matter again.</summary>
    public bool Reopens { get; init; }
    /// <summary>May be done on a closed matter.</summary>
    public bool AfterClose { get; init; }
    /// <summary>Typed send-back, or none.</summary>
    public SendBack? SendBack { get; init; }
    /// <summary>Population to freeze, or none.</summary>
    public Collect? Collect { get; init; }
    /// <summary>Batch to carry out on another register, or none.</summary>
    public Apply? Apply { get; init; }
    /// <summary>Linked matter to open, or none.</summary>
    public Spawn? Spawn { get; init; }
    /// <summary>Number pattern of its instrument, kept as field <c>&lt;step&gt;_number</c>.</summary>
    public string? Number { get; init; }
    /// <summary>Needs the signature of one who saw exactly this version.</summary>
    public bool Signs { get; init; }
    /// <summary>The publication this step carries out, or none.</summary>
    public string? Publishes { get; init; }
    /// <summary>Where it is defined.</summary>
    public required Position Position { get; init; }
}
