using Fadu.Core.Storage;
using Fadu.Tests.Host;

namespace Fadu.Tests.Databases;

public sealed class RecordIdsTests
{
    private readonly FakeClock clock = new(new(2025, 6, 2, 2, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Next_TwoInstancesWithinOneSecond_NeverMeet()
    {
        RecordIds one = new(clock, drawn: 7);
        RecordIds other = new(clock, drawn: 8);

        long[] ids = [.. Enumerable.Range(0, 40_000).SelectMany(_ => new[] { one.Next(), other.Next() })];

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id > 0);
    }

    [Fact]
    public async Task Next_FromManyThreads_NeverTwiceAndLaterIsGreater()
    {
        RecordIds ids = new(clock);
        var before = ids.Next();

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => ids.Next()).ToList())));

        taken.ShouldAllBe(run => run.SequenceEqual(run.Order()) && run[0] > before);
        taken.SelectMany(run => run).ShouldBeUnique();
        clock.Advance(TimeSpan.FromMinutes(1));
        ids.Next().ShouldBeGreaterThan(taken.Max(run => run[^1]));
    }
}
