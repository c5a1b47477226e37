using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers;

/// <summary>What becomes public of a matter, when, and with what hidden.</summary>
public sealed record Publication
{
    /// <summary>Identifier; its step is <c>publish_&lt;id&gt;</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Chinese name.</summary>
    public required string Title { get; init; }
    /// <summary>Step that makes it due.</summary>
    public required IReadOnlyList<string> After { get; init; }
    /// <summary>Only where this holds.</summary>
    public Expression? When { get; init; }
    /// <summary>Limits in order, the first whose condition holds applies; none = no limit.</summary>
    public IReadOnlyList<ConditionalLimit> Within { get; init; } = [];
    /// <summary>Limit for withdrawing after a change.</summary>
    public Limit? WithdrawWithin { get; init; }
    /// <summary>Article.</summary>
    public required Basis Basis { get; init; }
    /// <summary>Fields shown, in order; <c>number</c> and <c>title</c> are the matter's own.</summary>
    public required IReadOnlyList<string> Fields { get; init; }
    /// <summary>Instruments shown.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
    /// <summary>Fields shown masked.</summary>
    public IReadOnlyList<string> Redact { get; init; } = [];
    /// <summary>Date field after whose day it is shown no longer, or none.</summary>
    public string? Until { get; init; }
    /// <summary>Step that carries it out.</summary>
    public required string Step { get; init; }
    /// <summary>Step that takes it back.</summary>
    public string Withdrawal => Loading.PublicationReader.WithdrawalId(Id);
    /// <summary>Where it is defined.</summary>
    public required Position Position { get; init; }
}

/// <summary>A value that differs by place or is not verified; the district may edit it.</summary>
/// <param name="Value">A <see cref="long"/>, <see cref="decimal"/> or <see cref="bool"/>.</param>
public sealed record Parameter(string Id, string Title, FieldType Type, object Value, string? Unit, Basis Basis, Position Position);
