using System.Diagnostics.CodeAnalysis;

namespace Fadu.Rules.Statutes;

/// <summary>All statutes known to this deployment, found by identifier or by law and date.</summary>
/// <remarks>Immutable. There is no "current" version without a date.</remarks>
public sealed class StatuteBook
{
    private readonly Dictionary<string, Statute> _byId;
    private readonly ILookup<string, Statute> _byLaw;

    /// <summary>Makes a book of checked statutes; use <see cref="StatuteLoader"/> to get one.</summary>
    /// <exception cref="ArgumentException">Two statutes with one identifier.</exception>
    public StatuteBook(IEnumerable<Statute> statutes)
    {
        All = [.. statutes.OrderBy(s => s.Id, StringComparer.Ordinal)];
        _byId = All.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _byLaw = All.OrderBy(s => s.InForce).ToLookup(s => s.Law, StringComparer.Ordinal);
    }

    /// <summary>Every statute, by identifier.</summary>
    public IReadOnlyList<Statute> All { get; }

    /// <summary>Looks a statute up by its identifier.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out Statute? statute) => _byId.TryGetValue(id, out statute);

    /// <summary>The statute with this identifier.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Statute this[string id] => _byId.TryGetValue(id, out var statute)
        ? statute
        : throw new KeyNotFoundException($"依据库中没有“{id}”，请在 law/statutes 下补入。");

    /// <summary>The version of a law that applies on a day; null before its first and after its last.</summary>
    /// <param name="law">Identifier without the year, for example reconsideration-law.</param>
    public Statute? At(string law, DateOnly day) => _byLaw[law].FirstOrDefault(s => s.On(day) == StatuteStatus.InForce);

    /// <summary>All versions of a law, the oldest first.</summary>
    public IEnumerable<Statute> Versions(string law) => _byLaw[law];
}
