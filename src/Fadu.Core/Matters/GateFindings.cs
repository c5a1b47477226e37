using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Core.Supervision;
using Fadu.Rules.Procedures;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Matters;

/// <summary>What a gate refuses online becomes a finding where the act was taken over as it happened.</summary>
internal static class GateFindings
{
    public static void Add(SqlBatch batch, MatterWrite write, LawStore law, RecordIds ids)
    {
        foreach (var miss in write.Warnings.Where(w => w.Kind is RefusalKind.Gate or RefusalKind.Check or RefusalKind.MinimumPeriod or RefusalKind.Order))
        {
            var rule = $"{write.Register.Id}.{miss.Id}";
            var says = miss.Basis is { } basis ? $"{miss.Says}（{law.Cite(basis)}）" : miss.Says;
            new NewFinding(
                rule, miss.Blocks ? Severity.High : Severity.Medium, write.Register.Id, write.Id, write.After.Office, null, write.After.Title, says, write.After.Acts[^1].On, $"{rule}:{write.Id}")
                .AddTo(batch, ids, write.Region, write.At);
        }
    }
}
