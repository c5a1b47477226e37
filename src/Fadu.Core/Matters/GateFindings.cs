using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;

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
            batch.Add(
                """
                insert into findings(region, id, rule, severity, register, matter_id, office, title, says, occurred_on, noticed_at, status, version, key)
                values (@region, @id, @rule, @severity, @register, @matter, @office, @title, @says, @occurred, @noticed, 'noticed', 1, @key) on conflict (region, key) do nothing
                """,
                ("region", write.Region), ("id", ids.Next()), ("rule", rule), ("severity", miss.Blocks ? "high" : "medium"), ("register", write.Register.Id),
                ("matter", write.Id), ("office", write.After.Office), ("title", write.After.Title), ("says", says), ("occurred", write.After.Acts[^1].On),
                ("noticed", write.At), ("key", $"{rule}:{write.Id}"));
        }
    }
}
