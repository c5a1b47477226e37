namespace Fadu.Rules.Measures;

/// <summary>Values of the atoms of one pass, per office and in total.</summary>
public sealed class MeasureResults
{
    private readonly MeasurePass pass;
    private readonly Dictionary<string, decimal[]> byOffice = [];
    private readonly decimal[] distinctTotals;

    internal MeasureResults(MeasurePass pass) => (this.pass, distinctTotals) = (pass, new decimal[pass.Atoms.Count]);

    /// <summary>Offices with at least one matter; the empty text stands for matters without an office.</summary>
    public IReadOnlyCollection<string> Offices => byOffice.Keys;

    /// <summary>Value of an atom; 0 for an office without matters.</summary>
    /// <param name="office">None = the total.</param>
    public decimal Value(int atom, string? office) =>
        office is not null ? byOffice.TryGetValue(office, out var values) ? values[atom] : 0
        : pass.Atoms[atom].Kind == MeasureKind.Distinct ? distinctTotals[atom]
        : byOffice.Values.Sum(v => v[atom]);

    internal void Set(int atom, string? office, decimal value)
    {
        if (office is null)
        {
            distinctTotals[atom] = value;
            return;
        }

        if (!byOffice.TryGetValue(office, out var values))
        {
            byOffice[office] = values = new decimal[pass.Atoms.Count];
        }

        values[atom] = value;
    }
}
