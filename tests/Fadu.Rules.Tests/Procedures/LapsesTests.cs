using Fadu.Rules.Calendar;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;
using Shouldly;
using Xunit;

namespace Fadu.Rules.Tests.Procedures;

public class LapsesTests
{
    private static readonly Lazy<Law> Loaded = new(() => LawLoader.Load(LawFolder.Definitions, []).OrThrow());
    private static readonly DateOnly Received = new(2024, 4, 26);

    private static Register Reconsideration => Loaded.Value.Version("reconsideration", new(2024, 1, 1))!;

    private static ProcedureContext Context => new(
        Loaded.Value.Calendar, id => Loaded.Value.Statutes[id].Days!, Reconsideration.Parameters.ToDictionary(p => p.Key, p => p.Value.Value));

    [Theory]
    [InlineData("2024-05-07", false)]
    [InlineData("2024-05-08", true)]
    [InlineData("2024-08-01", true)]
    public void Next_ReviewLimitOfFiveWorkingDays_IsTheDayAfterItsDueDay(string today, bool lapsed)
    {
        var act = Lapses.Next(Reconsideration, Opened(), DateOnly.Parse(today), At(today), Context);

        act?.Step.ShouldBe("accept");
        (act?.On).ShouldBe(lapsed ? new DateOnly(2024, 5, 8) : null);
    }

    [Fact]
    public void Next_LapseRecorded_IsNotFoundAgainAndItsClockRuns()
    {
        var today = new DateOnly(2024, 5, 10);
        var act = Lapses.Next(Reconsideration, Opened(), today, At("2024-05-10"), Context)!;

        var recorded = Procedure.Record(Reconsideration, Opened(), act, Context);

        recorded.Accepted.ShouldBeTrue(string.Join("；", recorded.Refusals.Select(r => r.Says)));
        Lapses.Next(Reconsideration, recorded.State, today, At("2024-05-10"), Context).ShouldBeNull();
        recorded.Facts.Clocks.Single(c => c.Clock.Id == "decision").Deadline.Due.ShouldBe(new DateOnly(2024, 7, 8));
    }

    [Fact]
    public void Next_RefusedInTime_FindsNothing()
    {
        var refused = Record(Opened(), "refuse", new(2024, 4, 30), new() { ["refusal_ground"] = "out_of_scope" });

        Lapses.Next(Reconsideration, refused, new(2024, 6, 1), At("2024-06-01"), Context).ShouldBeNull();
    }

    private static MatterState Opened() => Record(null, "receive", Received, new()
    {
        ["applicant"] = new Party("李某", "natural", null),
        ["respondent"] = "330113-rs",
        ["respondent_level"] = "county_department",
        ["act_kind"] = "work_injury",
        ["channel"] = "post",
        ["mandatory_first"] = false,
        ["requests"] = "撤销工伤认定",
    });

    private static MatterState Record(MatterState? state, string step, DateOnly on, Dictionary<string, object?> values)
    {
        var result = Procedure.Record(Reconsideration, state, new()
        {
            Step = step,
            On = on,
            RecordedAt = ChinaTime.At(on, new(12, 0)),
            Account = "clerk",
            AccountName = "张三",
            Office = "330113-sf",
            Values = values,
            Files = [.. Reconsideration.Step(step)!.Files.Select(f => new AttachedFile(f, f, "", 0))],
        }, Context);
        result.Accepted.ShouldBeTrue(string.Join("；", result.Refusals.Select(r => r.Says)));
        return result.State;
    }

    private static DateTimeOffset At(string day) => ChinaTime.At(DateOnly.Parse(day), new(8, 0));
}
