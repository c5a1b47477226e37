using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Facts and clocks of one matter, computed together; the clocks when they are first asked for.</summary>
public sealed class MatterFacts
{
    private readonly Func<IReadOnlyList<ClockState>> read;
    private IReadOnlyList<ClockState>? clocks;

    internal MatterFacts(FactRow row, Func<IReadOnlyList<ClockState>> read) => (Row, this.read) = (row, read);

    /// <summary>Facts.</summary>
    public FactRow Row { get; }

    /// <summary>Whether the clocks have been worked out.</summary>
    internal bool HasClocks => clocks is not null;

    /// <summary>Clocks that have started, in the order of the register.</summary>
    public IReadOnlyList<ClockState> Clocks => clocks ??= read();
}
