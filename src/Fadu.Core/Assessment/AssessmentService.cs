using System.Globalization;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Assessment;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Assessment;

/// <summary>An office with its score.</summary>
public sealed record AssessedOffice(Office Office, OfficeScore Score);

/// <summary>Scores of a year, computed from measures, findings and reviewed self-assessments whenever they are asked for.</summary>
public sealed class AssessmentService(Database database, LawStore law, OfficeDirectory offices, MeasureService measures)
{
    private const string Register = "self-assessment";

    /// <summary>All offices that a scheme assesses and that the actor may see, best first.</summary>
    public async Task<IReadOnlyList<AssessedOffice>> ScoreAsync(AssessmentScheme scheme, int year, Actor actor, CancellationToken cancel = default)
    {
        var assessed = offices.SeenBy(actor).Where(o => scheme.OfficeKinds.Contains(o.Kind)).ToList();
        List<MeasureRequest> requests = [.. scheme.Items.Select(i => i.Measure?.Request).OfType<MeasureRequest>().Distinct()];
        var figures = await measures.EvaluateAsync(requests, new(Period.Year(year)), actor, null, cancel);
        var findings = await FindingsAsync(actor.Region, year);
        var entries = await EntriesAsync(actor.Region, year);
        return
        [
            .. assessed.Select(o => new AssessedOffice(o, AssessmentScoring.Score(scheme, new(
                    r => figures.Of(r, o.Code), rule => findings.GetValueOrDefault((o.Code, rule)), item => entries.GetValueOrDefault((o.Code, item))))))
                .OrderByDescending(o => o.Score.Total ?? -1).ThenBy(o => o.Office.Position),
        ];
    }

    // Only findings that stand: a dismissed one was none.
    private async Task<Dictionary<(string Office, string Rule), int>> FindingsAsync(string region, int year)
    {
        await using var connection = await database.OpenAsync();
        var rows = await connection.QueryAsync<(string Office, string Rule, object Count)>(
            "select office, rule, count(*) from findings where region = @region and status <> 'dismissed' and occurred_on between @start and @end group by office, rule",
            new { region, start = database.Value(new DateOnly(year, 1, 1)), end = database.Value(new DateOnly(year, 12, 31)) });
        return rows.ToDictionary(r => (r.Office, r.Rule), r => Convert.ToInt32(r.Count, CultureInfo.InvariantCulture));
    }

    private async Task<Dictionary<(string Office, string Item), EvidenceEntry>> EntriesAsync(string region, int year)
    {
        if (!law.Current.Has(Register))
        {
            return [];
        }

        var fact = FactTable.TableName(Register);
        await using var connection = await database.OpenAsync();
        var claims = await connection.QueryAsync<(string Office, object Matter, string Item, object Claimed, string? Evidence)>(
            $"select f.office, c.matter_id, c.item, c.claimed, c.evidence from {fact}_claims c join {fact} f on f.region = c.region and f.matter_id = c.matter_id where f.region = @region and f.assessed_year = @year order by c.matter_id, c.row_no",
            new { region, year });
        Dictionary<(string, string), EvidenceEntry> entries = [];
        foreach (var (office, matter, item, claimed, evidence) in claims)
        {
            entries[(office, item)] = new(Convert.ToInt64(matter, CultureInfo.InvariantCulture), Points(claimed), null, evidence ?? "", "");
        }

        var reviews = await connection.QueryAsync<(string Office, string Item, object Reviewed, string? Reason)>(
            $"select f.office, r.item, r.reviewed, r.reason from {fact}_reviews r join {fact} f on f.region = r.region and f.matter_id = r.matter_id where f.region = @region and f.assessed_year = @year order by r.matter_id, r.row_no",
            new { region, year });
        foreach (var (office, item, reviewed, reason) in reviews)
        {
            if (entries.TryGetValue((office, item), out var entry))
            {
                entries[(office, item)] = entry with { Reviewed = Points(reviewed), Reason = reason ?? "" };
            }
        }

        return entries;
    }

    private static decimal? Points(object? stored) => (decimal?)ColumnValues.Fact(ColumnType.Decimal, stored);
}
