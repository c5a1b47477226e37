namespace Fadu.Rules.Tests.Procedures;

/// <summary>What closing leaves behind, and what a send-back after it does.</summary>
public sealed class ClosingTests
{
    private const string Reopen = "  reopen:   {title: 撤销后重审, after: decide, by: head, reopens: true, basis: \"80\"}";

    [Fact]
    public void SendBack_UndoingTheClosingStep_OpensTheMatterAgain()
    {
        var appeals = new Appeals((Reopen, "  redo: {title: 退回重审, after: decide, by: head, after-close: true, send-back: {kind: redo, to: decide}, basis: \"80\"}"));

        var state = appeals.Do(appeals.Decided(), "redo", new(2024, 3, 21));

        (state.Status, state.ClosedOn, state.HasDone("decide")).ShouldBe(("open", null, false));
    }

    [Fact]
    public void SendBack_OfWhatCameAfterClosing_LeavesTheMatterClosed()
    {
        var appeals = new Appeals((Reopen, "  return_service: {title: 退回补正回证, after: serve, by: head, after-close: true, send-back: {kind: correction, to: serve}, basis: \"80\"}"));
        var served = appeals.Do(appeals.Decided(), "serve", new(2024, 3, 21));

        var state = appeals.Do(served, "return_service", new(2024, 3, 22));

        (state.Status, state.ClosedOn, state.HasDone("serve")).ShouldBe(("concluded", new DateOnly(2024, 3, 20), false));
    }

    [Theory]
    [InlineData("to: decide, limit: 60 days", null)]
    [InlineData("to: serve, limit: 60 days", "filing_back")]
    [InlineData("to: serve, after-close: quiet, limit: 60 days", null)]
    public void ClockRunningWhenClosed_IsNextOnlyWhereItsStepMayStillBeDoneHere(string clock, string? next)
    {
        // Nothing else is due after the decision: its publication is left out.
        var appeals = new Appeals(
            ("clocks:\n", $"clocks:\n  filing_back: {{title: 回访, from: receive, {clock}, basis: \"30\"}}\n"),
            ("within: 20 working days, ", ""), ("withdraw-within: 3 days, ", ""),
            (Reopen, Reopen.Replace("reopens: true", "closes: voided").Replace("after: decide", "after: receive, instead-of: decide")));
        var state = appeals.Do(appeals.Do(appeals.Received(), "accept", new(2024, 3, 4), ("procedure", "summary")), "reopen", new(2024, 3, 20));

        var facts = Rules.Procedures.FactBuilder.Build(appeals.Register, state, appeals.Context);

        facts.Row["next_clock"].ShouldBe(next);
        facts.Row["filing_back_due"].ShouldBe(new DateOnly(2024, 4, 30));
    }
}
