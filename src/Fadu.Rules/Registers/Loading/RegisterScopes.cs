using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>A register as measures and supervision rules see it: all versions together.</summary>
internal sealed record RegisterScope(Register Latest, IReadOnlyList<Register> NewestFirst, FactTable Facts, ExpressionScope Scope)
{
    /// <summary>What rests on unverified values in any version.</summary>
    public IReadOnlySet<string> Unverified { get; } = NewestFirst.SelectMany(UnverifiedReads.Of).ToHashSet(StringComparer.Ordinal);

    public Field? Field(string id) => NewestFirst.Select(r => r.Field(id)).FirstOrDefault(f => f is not null);
}

/// <summary>Scopes of all registers by identifier.</summary>
internal sealed class RegisterScopes
{
    private readonly Dictionary<string, RegisterScope> scopes;

    public RegisterScopes(IReadOnlyList<Register> registers)
    {
        var versions = registers.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.OrderByDescending(r => r.InForce).ToList());
        var tables = versions.ToDictionary(v => v.Key, v => FactTable.Union([.. v.Value.Select(r => r.Facts)]));
        scopes = versions.ToDictionary(v => v.Key, v => new RegisterScope(v.Value[0], v.Value, tables[v.Key], Scope(v.Value, tables[v.Key], tables)));
    }

    public IEnumerable<string> Ids => scopes.Keys;

    public RegisterScope? Find(string id) => scopes.GetValueOrDefault(id);

    private static ExpressionScope Scope(List<Register> versions, FactTable facts, Dictionary<string, FactTable> tables) => ExpressionScope.ForRegister(
        facts, versions.SelectMany(r => r.Parameters).DistinctBy(p => p.Key).ToDictionary(),
        versions.SelectMany(r => r.Steps).Select(s => s.Id).ToHashSet(), versions.SelectMany(r => r.Clocks).Select(c => c.Id).ToHashSet(),
        tables.GetValueOrDefault);
}
