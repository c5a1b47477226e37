using Fadu.Core.Storage;

namespace Fadu.Core.Matters;

/// <summary>Writes down who looked at personal data unmasked, and why.</summary>
public sealed class PersonalDataReads(Database database, TimeProvider time)
{
    /// <summary>Permission that it needs.</summary>
    public const string Permission = "personal-data.unmask";

    /// <summary>Notes one look; nothing is shown before this is on disk.</summary>
    /// <param name="what">What was looked at, in words.</param>
    public Task NoteAsync(Actor actor, long? matter, string what, string reason, CancellationToken cancel = default) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add("insert into reads(region, id, account, office, at, matter_id, what, reason) values (@region, @id, @account, @office, @at, @matter, @what, @reason)",
                ("region", actor.Region), ("id", Guid.NewGuid().ToString("N")), ("account", actor.Account), ("office", actor.Office), ("at", time.GetUtcNow()),
                ("matter", matter), ("what", what), ("reason", reason));
            return await batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
}
