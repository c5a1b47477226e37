using System.Data.Common;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Supervision;

/// <summary>Asks one rule about each officer whose certificate has ended, for the present period and the one before.</summary>
internal sealed class OfficerHits(Database database, LawStore law)
{
    public async Task<List<RuleHit>> FindAsync(DbConnection connection, SupervisionRule rule, string region, DateOnly today, CancellationToken cancel)
    {
        List<RuleHit> hits = [];
        var officers = await connection.QueryAsync<(string Certificate, string Name, string Office, object Until)>(
            "select certificate, name, office, valid_until from officers where region = @region and valid_until < @today",
            new { region, today = database.Value(today) });
        foreach (var (certificate, name, office, value) in officers.ToList())
        {
            var until = ColumnValues.Day(value)!.Value;
            var acts = await ActsAsync(connection, region, name, office, until, cancel);
            foreach (var period in Periods(rule.Each, today))
            {
                var within = acts.Where(period.Contains).ToList();
                var context = new EvaluationContext(today, period, new Dictionary<string, object>(), law.Current.Calendar);
                if (rule.Where.Holds(Subjects.Officer(until, within.Count), context))
                {
                    hits.Add(new($"{rule.Id}:{certificate}:{PeriodText.Write(period)}", null, office, name, $"{name}（{period.Title}）", within.Count == 0 ? until.AddDays(1) : within.Min()));
                }
            }
        }

        return hits;
    }

    /// <summary>Days after the certificate ended on which the officer stands in a step that names officers.</summary>
    private async Task<List<DateOnly>> ActsAsync(DbConnection connection, string region, string name, string office, DateOnly until, CancellationToken cancel)
    {
        List<DateOnly> days = [];
        foreach (var register in law.Current.Newest)
        {
            foreach (var field in register.Fields.Where(f => f.Type == FieldType.Officers))
            {
                foreach (var step in register.Steps.Where(s => s.Sets.Any(x => x.Field == field.Id)))
                {
                    cancel.ThrowIfCancellationRequested();
                    var found = await connection.QueryAsync<object>(
                        $"select {step.Id}_on from {FactTable.TableName(register.Id)} where region = @region and office = @office and {step.Id}_on > @until and {field.Id} like @name",
                        new { region, office, until = database.Value(until), name = $"%|{name}|%" });
                    days.AddRange(found.Select(d => ColumnValues.Day(d)!.Value));
                }
            }
        }

        return days;
    }

    private static IEnumerable<Period> Periods(SupervisionPeriod each, DateOnly today)
    {
        var now = each switch
        {
            SupervisionPeriod.Year => Period.Year(today.Year),
            SupervisionPeriod.Quarter => Period.Quarter(today.Year, (today.Month + 2) / 3),
            _ => Period.Month(today.Year, today.Month),
        };
        var day = now.Start.AddDays(-1);
        return [now, each switch
        {
            SupervisionPeriod.Year => Period.Year(day.Year),
            SupervisionPeriod.Quarter => Period.Quarter(day.Year, (day.Month + 2) / 3),
            _ => Period.Month(day.Year, day.Month),
        }];
    }
}
