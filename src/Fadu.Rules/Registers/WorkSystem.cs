namespace Fadu.Rules.Registers;

/// <summary>A line of work that governments name in their reports (制度、机制、平台), and where it is handled here.</summary>
/// <param name="Id">Row of the survey of nine reports, e.g. <c>J08</c>.</param>
/// <param name="Module">Menu group of its first register.</param>
/// <param name="Registers">Registers that record it, at least one.</param>
/// <param name="Within">Which field, step, measure or page of theirs it is; none where the register is it.</param>
public sealed record WorkSystem(string Id, string Title, string Module, IReadOnlyList<string> Registers, string? Within, Position Position);
