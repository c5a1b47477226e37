using Fadu.Core.Storage;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Supervision;

/// <summary>What a rule or a gate has found, before it is a row.</summary>
/// <param name="Rule">Identifier of the supervision rule, or <c>register.gate</c>.</param>
/// <param name="Key">Found once: what has the same key is the same finding.</param>
internal sealed record NewFinding(
    string Rule, Severity Severity, string? Register, long? Matter, string Office, string? Officer, string Title, string Says, DateOnly OccurredOn, string Key)
{
    /// <summary>Adds the statement that raises it, unless it was raised before.</summary>
    public void AddTo(SqlBatch batch, RecordIds ids, string region, DateTimeOffset now) => batch.Add(
        """
        insert into findings(region, id, rule, severity, register, matter_id, office, officer, title, says, occurred_on, noticed_at, status, version, key)
        values (@region, @id, @rule, @severity, @register, @matter, @office, @officer, @title, @says, @occurred, @noticed, 'noticed', 1, @key) on conflict (region, key) do nothing
        """,
        ("region", region), ("id", ids.Next()), ("rule", Rule), ("severity", Severity switch { Severity.High => "high", Severity.Medium => "medium", _ => "low" }),
        ("register", Register), ("matter", Matter), ("office", Office), ("officer", Officer), ("title", Title), ("says", Says), ("occurred", OccurredOn), ("noticed", now), ("key", Key));
}
