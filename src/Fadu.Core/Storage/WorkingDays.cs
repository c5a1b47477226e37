using Dapper;
using Fadu.Rules.Calendar;

namespace Fadu.Core.Storage;

/// <summary>Keeps the table that SQL asks about working days equal to the calendar.</summary>
internal static class WorkingDays
{
    public static Task FillAsync(Database database, HolidayCalendar calendar, CancellationToken cancel) => database.WriteAsync(async (connection, transaction) =>
    {
        DateOnly first = new(2004, 1, 1);
        DateOnly last = new(calendar.LastKnownYear + 2, 12, 31);
        var mark = $"{first:yyyyMMdd}-{last:yyyyMMdd}-{calendar.CountWorkingDays(first, last)}";
        if (await connection.QuerySingleOrDefaultAsync<string>("select value from meta where key = 'working-days'", transaction: transaction) == mark)
        {
            return 0;
        }

        await connection.ExecuteAsync("delete from working_days", transaction: transaction);
        var batch = new SqlBatch(database);
        var ordinal = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var working = calendar.IsWorkingDay(day);
            ordinal += working ? 1 : 0;
            batch.Add("insert into working_days(day, ordinal, working) values (@day, @ordinal, @working)", ("day", day), ("ordinal", ordinal), ("working", working));
        }

        batch.SetMeta("working-days", mark);
        return await batch.ExecuteAsync(connection, transaction, cancel);
    }, cancel);
}
