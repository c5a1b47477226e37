using System.Data.Common;
using Fadu.Core.Storage;

namespace Fadu.Core.Matters;

/// <summary>All matters that one recorded step touches, in one transaction.</summary>
internal sealed class MatterWork(DbConnection connection, DbTransaction transaction, Actor actor, SqlBatch batch)
{
    private readonly List<MatterComposer> composers = [];

    public DbConnection Connection { get; } = connection;
    public DbTransaction Transaction { get; } = transaction;
    public Actor Actor { get; } = actor;
    public SqlBatch Batch { get; } = batch;

    /// <summary>In the order in which they were touched; the one asked for first.</summary>
    public IReadOnlyList<MatterComposer> Composers => composers;

    public MatterComposer Add(MatterComposer composer)
    {
        composers.Add(composer);
        return composer;
    }

    public MatterComposer? Find(long matter) => composers.Find(c => c.Id == matter);

    /// <summary>Writes what is waiting, so that it can be read in this transaction.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await Batch.ExecuteAsync(Connection, Transaction, cancel);
        Batch.Clear();
    }
}
