using Fadu.Rules.Calendar;

namespace Fadu.Rules.Tests.Calendar;

/// <summary>Laws that hold for every computation, tried on generated ones. The seed is fixed, so a failure repeats.</summary>
public sealed class DeadlinePropertyTests
{
    private const int Tries = 3000;
    private static readonly DayCountingRule[] Rules = [.. DeadlineVectorTests.Rules.Values];

    [Fact]
    public void Due_StartOneDayLater_IsNeverEarlier() => ForAll((random, c) =>
        End(c with { Start = c.Start.AddDays(1), Stops = [] }).ShouldBeGreaterThanOrEqualTo(End(c with { Stops = [] })));

    [Fact]
    public void Due_LongerLimit_IsNeverEarlier() => ForAll((random, c) =>
    {
        // One more day can be shorter: 10日 may be working days where 11日 is calendar days. So the unit is fixed here.
        var (value, unit) = c.Rule.Resolve(c.Limit);
        var limit = new Duration(value, unit);
        End(c with { Limit = new(value + 1, unit) }).ShouldBeGreaterThanOrEqualTo(End(c with { Limit = limit }));
    });

    [Fact]
    public void Due_OneMoreStop_IsNeverEarlier() => ForAll((random, c) =>
        End(c with { Stops = [.. c.Stops, RandomStop(random, c.Start, openAllowed: true)] }).ShouldBeGreaterThanOrEqualTo(End(c)));

    [Fact]
    public void Due_OneMoreExtension_IsNeverEarlier() => ForAll((random, c) =>
        End(c with { Extensions = [.. c.Extensions, new(RandomDuration(random), "延长")] }).ShouldBeGreaterThanOrEqualTo(End(c)));

    [Fact]
    public void Due_StopsInAnotherOrder_IsTheSame() => ForAll((random, c) =>
        End(c with { Stops = [.. c.Stops.Reverse()] }).ShouldBe(End(c)));

    [Fact]
    public void Due_UnderARollingRule_IsAWorkingDayAfterTheStart() => ForAll((random, c) =>
    {
        if (Compute(c).Due is not { } due) return;
        LawFolder.Calendar.IsWorkingDay(due).ShouldBeTrue();
        due.ShouldBeGreaterThan(c.Start);
    });

    [Fact]
    public void Due_StoppedInCalendarDays_MovesByExactlyTheStoppedDays() => ForAll((random, c) =>
    {
        var limit = new Duration(random.Next(5, 120), DurationUnit.CalendarDays);
        var stop = RandomStop(random, c.Start, openAllowed: false);
        if (stop.From < c.Start || stop.From.DayNumber - c.Start.DayNumber >= limit.Value) return;
        var plain = Compute(c with { Limit = limit, Stops = [], Extensions = [] });
        var stopped = Compute(c with { Limit = limit, Stops = [stop], Extensions = [] });
        (stopped.RawDue!.Value.DayNumber - plain.RawDue!.Value.DayNumber).ShouldBe(stop.To!.Value.DayNumber - stop.From.DayNumber);
    });

    [Fact]
    public void Due_ResumedNow_LeavesWhatWasSaidToRemain() => ForAll((random, c) =>
    {
        var stop = RandomStop(random, c.Start, openAllowed: false) with { To = null };
        var open = Compute(c with { Stops = [stop], Extensions = [] });
        if (open.Remaining.Count == 0 || stop.From < c.Start) return;
        var resumed = stop.From.AddDays(random.Next(1, 90));
        var closed = Compute(c with { Stops = [stop with { To = resumed }], Extensions = [] });
        var rest = Compute(c with { Start = resumed, Limit = new(open.Remaining[0].Value, open.Remaining[0].Unit), Stops = [], Extensions = [] });
        closed.RawDue.ShouldBe(rest.RawDue);
    });

    [Fact]
    public void LatestBefore_AnyPeriod_IsTheLatestDayThatKeepsTheMinimum() => ForAll((random, c) =>
    {
        foreach (var reading in Enum.GetValues<MinimumReading>())
        {
            var latest = MinimumPeriod.LatestBefore(c.Start, c.Limit, c.Rule, LawFolder.Calendar, reading);
            MinimumPeriod.After(latest, c.Limit, c.Rule, LawFolder.Calendar, reading).IsTooEarly(c.Start).ShouldBeFalse();
            MinimumPeriod.After(latest.AddDays(1), c.Limit, c.Rule, LawFolder.Calendar, reading).IsTooEarly(c.Start).ShouldBeTrue();
        }
    });

    private static Deadline Compute(Case c) =>
        DeadlineCalculator.Compute(c.Start, c.Limit, c.Rule, LawFolder.Calendar, c.Stops, c.Extensions);

    // An unknown end is later than every known one.
    private static DateOnly End(Case c) => Compute(c).Due ?? DateOnly.MaxValue;

    private static void ForAll(Action<Random, Case> law)
    {
        var random = new Random(20261122);
        for (var i = 0; i < Tries; i++)
        {
            var start = new DateOnly(2019, 1, 1).AddDays(random.Next(2800));
            var stops = Enumerable.Range(0, random.Next(4)).Select(_ => RandomStop(random, start, openAllowed: false)).ToArray();
            var extensions = Enumerable.Range(0, random.Next(3)).Select(_ => new Extension(RandomDuration(random), "延长")).ToArray();
            var c = new Case(start, RandomDuration(random), Rules[random.Next(Rules.Length)], stops, extensions);
            try { law(random, c); }
            catch (Exception e) { throw new InvalidOperationException($"Try {i}: {c} stops [{string.Join("; ", c.Stops)}] extensions [{string.Join("; ", c.Extensions)}]", e); }
        }
    }

    private static Duration RandomDuration(Random random)
    {
        var unit = (DurationUnit)random.Next(1, 6);
        return new(random.Next(1, unit switch { DurationUnit.Years => 3, DurationUnit.Months => 8, _ => 95 }), unit);
    }

    private static Stop RandomStop(Random random, DateOnly start, bool openAllowed)
    {
        var from = start.AddDays(random.Next(-20, 140));
        return new(from, openAllowed && random.Next(5) == 0 ? null : from.AddDays(random.Next(0, 60)), "中止");
    }

    private sealed record Case(DateOnly Start, Duration Limit, DayCountingRule Rule, IReadOnlyList<Stop> Stops, IReadOnlyList<Extension> Extensions);
}
