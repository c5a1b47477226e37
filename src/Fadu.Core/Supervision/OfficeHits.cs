using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Supervision;

namespace Fadu.Core.Supervision;

/// <summary>Asks one rule about each office, once for each period that is over.</summary>
/// <remarks>A period in which nobody in the district recorded anything that the rule counts says nothing about a single office, and is left out.</remarks>
internal sealed class OfficeHits(MeasureService measures, LawStore law, OfficeDirectory offices)
{
    private const string MeasurePrefix = "measure.";

    public async Task<List<RuleHit>> FindAsync(SupervisionRule rule, string region, DateOnly today, CancellationToken cancel)
    {
        var requests = rule.Where.Needs.Where(n => n.StartsWith(MeasurePrefix, StringComparison.Ordinal)).Select(n => new MeasureRequest(n[MeasurePrefix.Length..])).ToList();
        List<RuleHit> hits = [];
        foreach (var period in Over(rule.Each, today))
        {
            var figures = await measures.EvaluateAsync(requests, new(period), Actor.System(region), null, cancel);
            if (requests.Count > 0 && requests.TrueForAll(r => figures.Total(r).Value is null or 0))
            {
                continue;
            }

            foreach (var office in offices.Of(region).Where(o => o.Active))
            {
                var context = new EvaluationContext(today, period, new Dictionary<string, object>(), law.Current.Calendar, Measures: id => figures.Of(new(id), office.Code).Value);
                if (rule.Where.Holds(Subjects.Office(office.Kind, office.Powers), context))
                {
                    hits.Add(new($"{rule.Id}:{office.Code}:{PeriodText.Write(period)}", null, office.Code, null, $"{office.Name}（{period.Title}）", period.End.AddDays(1)));
                }
            }
        }

        return hits;
    }

    private static IEnumerable<Period> Over(SupervisionPeriod each, DateOnly today) => each switch
    {
        SupervisionPeriod.Year => Enumerable.Range(1, 3).Select(n => Period.Year(today.Year - n)),
        SupervisionPeriod.Quarter => Enumerable.Range(1, 4).Select(n => today.AddMonths(-3 * n)).Select(d => Period.Quarter(d.Year, (d.Month + 2) / 3)),
        _ => Enumerable.Range(1, 12).Select(n => today.AddMonths(-n)).Select(d => Period.Month(d.Year, d.Month)),
    };
}
