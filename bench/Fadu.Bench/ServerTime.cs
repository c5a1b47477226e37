using System.Diagnostics;
using Dapper;
using Fadu.Core.Storage;

namespace Fadu.Bench;

/// <summary>Processor time that a PostgreSQL server on this machine has spent for the connections of one database.</summary>
internal static class ServerTime
{
    /// <summary>Seconds so far by process of the server; empty for SQLite, and for a server elsewhere.</summary>
    public static async Task<IReadOnlyDictionary<int, double>> ReadAsync(Database database)
    {
        Dictionary<int, double> seconds = [];
        if (database is SqliteDatabase)
        {
            return seconds;
        }

        await using var connection = await database.OpenAsync();
        foreach (var id in await connection.QueryAsync<int>("select pid from pg_stat_activity where datname = current_database()"))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                if (process.ProcessName.StartsWith("postgres", StringComparison.Ordinal))
                {
                    seconds[id] = process.TotalProcessorTime.TotalSeconds;
                }
            }
            catch (ArgumentException)
            {
                // On another machine, or gone since.
            }
        }

        return seconds;
    }

    /// <summary>Seconds between two readings; a process that was not there before counts from its start.</summary>
    public static double Between(IReadOnlyDictionary<int, double> before, IReadOnlyDictionary<int, double> after) => after.Sum(a => a.Value - before.GetValueOrDefault(a.Key));
}
