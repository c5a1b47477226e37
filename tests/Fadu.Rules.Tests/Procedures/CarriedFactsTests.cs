using Fadu.Rules.Procedures;

namespace Fadu.Rules.Tests.Procedures;

/// <summary>Facts that go on from those of the act before, against facts built from nothing.</summary>
public sealed class CarriedFactsTests
{
    [Fact]
    public void Record_GivenTheFactsBefore_EveryActHasTheFactsBuiltFromNothing()
    {
        var appeals = new Appeals();
        (string Step, int Day, (string, object?)[] Values)[] acts =
        [
            ("receive", 1, [("applicant", new Party("张某", "natural", null)), ("respondent", "b")]),
            ("accept", 4, [("procedure", "ordinary")]),
            ("suspend", 5, [("reason", "等待鉴定")]),
            ("resume", 6, []),
            ("hear", 11, [("hearings", Hearing(11))]),
            ("give_back", 12, []),
            ("receive", 13, [("applicant", new Party("张某某", "legal", "x"))]),
            ("accept", 14, [("procedure", "ordinary")]),
            ("hear", 20, [("hearings", Hearing(20))]),
            ("hear", 21, [("hearings", Hearing(21))]),
            ("decide", 22, [("result", "alter"), ("fine", 10m)]),
            ("serve", 25, []),
        ];
        MatterState? state = null;
        MatterFacts? facts = null;
        foreach (var (step, day, values) in acts)
        {
            var result = Procedure.Record(appeals.Register, state, Appeals.Draft(appeals.Register, step, new(2024, 3, day), values), appeals.Context, "甲申〔2024〕1号", "甲决〔2024〕1号", facts);
            result.Accepted.ShouldBeTrue(string.Join("；", result.Refusals.Select(r => r.Says)));
            (state, facts) = (result.State, result.Facts);
            Columns(appeals, facts!).ShouldBe(Columns(appeals, FactBuilder.Build(appeals.Register, state!, appeals.Context)), step);
        }

        facts!.Row["hearings"].ShouldBeNull();
        facts.Row.Rows["hearings"].Count.ShouldBe(2);
    }

    private static List<RowValue> Hearing(int day) => [new(new Dictionary<string, object?> { ["held_on"] = new DateOnly(2024, 3, day) })];

    private static List<string> Columns(Appeals appeals, MatterFacts facts) =>
    [
        .. appeals.Register.Facts.Columns.Select(c => $"{c.Name}={facts.Row[c.Name]}"),
        .. facts.Row.Rows.SelectMany(r => r.Value.Select(line => $"{r.Key}:{string.Join(',', line)}")),
    ];
}
