using System.Collections.Concurrent;
using Fadu.Core.Matters;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;

namespace Fadu.Core.Measures;

/// <summary>Values of each month of a year, for lines. Kept for some minutes: a line has no figure that anybody reads off.</summary>
public sealed class MonthlySeries(MeasureService measures, TimeProvider time)
{
    private const int MostKept = 200;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyList<MeasureFigures> Months)> kept = new();

    /// <summary>Figures of the months of a year that have begun.</summary>
    public async Task<IReadOnlyList<MeasureFigures>> OfYearAsync(
        IReadOnlyList<MeasureRequest> requests, int year, string? office, bool below, Actor actor, CancellationToken cancel = default)
    {
        var covered = measures.Covered(new(Period.Year(year), office, below), actor);
        var key = string.Join('\u001f', [actor.Region, $"{year}", office ?? "", covered is null ? "*" : string.Join(',', covered.Order(StringComparer.Ordinal)), .. requests.Select(r => r.ToString())]);
        var now = time.GetUtcNow();
        if (kept.TryGetValue(key, out var known) && known.Until > now)
        {
            return known.Months;
        }

        List<MeasureFigures> months = [];
        for (var month = 1; month <= 12 && new DateOnly(year, month, 1) <= measures.Today; month++)
        {
            months.Add(await measures.EvaluateAsync(requests, new(Period.Month(year, month), office, below), actor, null, cancel));
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        kept[key] = (now + Keep, months);
        return months;
    }
}
