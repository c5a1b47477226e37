using Npgsql;

namespace Fadu.Core.Storage;

/// <summary>New rows of one table for PostgreSQL: a few by statements in one round trip with all others, many by one <c>COPY</c>.</summary>
/// <remarks>Many rows are turned into bytes by whoever adds them, so that the connection that writes only sends.</remarks>
internal sealed class CopyRows(TableColumns columns) : TableRows(columns)
{
    // Below, the round trips that a COPY needs for itself cost more than the statements.
    private const int Fewest = 20;
    private readonly TableColumns columns = columns;
    private readonly List<object?[]> few = new(Fewest);
    private CopyBuffer? many;

    /// <summary>Whether there are so many that they go by <see cref="SendAsync"/>.</summary>
    public bool AreMany => many is not null;

    public override void Add(object?[] row)
    {
        if (many is not null)
        {
            many.Add(row);
            return;
        }

        base.Add(row);
        few.Add(row);
        if (few.Count == Fewest)
        {
            many = new();
            few.ForEach(many.Add);
            few.Clear();
        }
    }

    /// <summary>Sends all rows, once; returns their number.</summary>
    public async Task<int> SendAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        using var rows = many!;
        await using (var copy = await connection.BeginRawBinaryCopyAsync($"copy {columns.Table}({string.Join(", ", columns.Columns)}) from stdin (format binary)", cancel))
        {
            await copy.WriteAsync(rows.Finish(), cancel);
        }

        return rows.Rows;
    }
}
