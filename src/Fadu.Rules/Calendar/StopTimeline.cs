namespace Fadu.Rules.Calendar;

/// <summary>The stops of one limit, sorted, cut at its start and joined where they overlap.</summary>
internal sealed class StopTimeline
{
    private StopTimeline(IReadOnlyList<Stop> stops) => Stops = stops;

    public IReadOnlyList<Stop> Stops { get; }

    public static StopTimeline None { get; } = new([]);

    public static StopTimeline Of(DateOnly start, IReadOnlyList<Stop> stops)
    {
        if (stops.Count == 0) return None;
        var joined = new List<Stop>(stops.Count);
        foreach (var stop in stops.OrderBy(s => s.From))
        {
            if (stop.To < stop.From)
                throw new ArgumentException($"恢复日{DateText.Chinese(stop.To.Value)}早于中止日{DateText.Chinese(stop.From)}。", nameof(stops));
            if (stop.To <= start || stop.To == stop.From) continue;
            var cut = stop.From < start ? stop with { From = start } : stop;
            if (joined.Count > 0 && Touches(joined[^1], cut)) joined[^1] = Join(joined[^1], cut);
            else joined.Add(cut);
        }
        return new(joined);
    }

    /// <summary>Whether the day is left out of the count.</summary>
    public Stop? Covering(DateOnly day) => Stops.FirstOrDefault(s => s.From < day && (s.To is null || day <= s.To));

    private static bool Touches(Stop earlier, Stop later) => earlier.To is null || later.From <= earlier.To;

    private static Stop Join(Stop a, Stop b) => new(
        a.From,
        a.To is null || b.To is null ? null : a.To > b.To ? a.To : b.To,
        a.Reason == b.Reason ? a.Reason : $"{a.Reason}、{b.Reason}",
        a.Basis == b.Basis ? a.Basis : $"{a.Basis}、{b.Basis}");
}
