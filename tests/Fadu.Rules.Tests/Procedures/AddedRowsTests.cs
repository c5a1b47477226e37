using Fadu.Rules.Procedures;

namespace Fadu.Rules.Tests.Procedures;

/// <summary>Rows that a step adds, when it is sent back and done again.</summary>
public sealed class AddedRowsTests
{
    [Theory]
    [InlineData("correction", "03-13 03-14")]
    [InlineData("partial", "03-06 03-07 03-13 03-14")]
    public void Step_DoneAgainAfterASendBack_ReplacesItsRows_UnlessOnlyAPartWasSentBack(string kind, string days)
    {
        var appeals = new Appeals(("kind: correction", $"kind: {kind}"));
        var state = Heard(appeals, Heard(appeals, Accepted(appeals, null, 4), 6), 7);
        state = appeals.Do(state, "give_back", new(2024, 3, 8));

        state = Heard(appeals, Heard(appeals, Accepted(appeals, state, 11), 13), 14);

        Days(state).ShouldBe(days);
        StateJson.Read(appeals.Register, StateJson.Write(state)).Acts.Select(a => a.Rows.GetValueOrDefault("hearings")).ShouldBe([0, 0, 1, 1, 0, 0, 0, 1, 1]);
    }

    [Fact]
    public void Rows_OfASendBack_StayUntilTheStepIsDoneAgain()
    {
        var appeals = new Appeals();
        var state = appeals.Do(Heard(appeals, Accepted(appeals, null, 4), 6), "give_back", new(2024, 3, 8));

        Days(state).ShouldBe("03-06");
    }

    private static MatterState Accepted(Appeals appeals, MatterState? state, int day)
    {
        var received = state is null ? appeals.Received() : appeals.Do(state, "receive", new(2024, 3, day), ("applicant", new Party("张某", "natural", null)), ("respondent", "b"));
        return appeals.Do(received, "accept", new(2024, 3, day), ("procedure", "ordinary"));
    }

    private static MatterState Heard(Appeals appeals, MatterState state, int day) => appeals.Do(
        state, "hear", new(2024, 3, 20), ("hearings", new List<RowValue> { new(new Dictionary<string, object?> { ["held_on"] = new DateOnly(2024, 3, day) }) }));

    private static string Days(MatterState state) =>
        string.Join(' ', ((IReadOnlyList<RowValue>)state.Values["hearings"]!).Select(r => $"{r.Values["held_on"]:MM-dd}"));
}
