using Fadu.Rules.WorkedCases;

namespace Fadu.Rules.Tests.Registers;

/// <summary>The law folder of this repository, as `fadu law check` sees it.</summary>
public sealed class LawFolderTests
{
    private static readonly Lazy<LawCheckResult> Checked = new(() => LawCheck.Run(LawFolder.Definitions));

    [Fact]
    public void LawFolder_Checked_LoadsAloneAndWithEachOverlay_AndEveryCaseComesOut() =>
        Checked.Value.Errors.ShouldBeEmpty(string.Join('\n', Checked.Value.Errors));

    [Fact]
    public void EveryRegisterVersion_HasThreeCases()
    {
        var law = Checked.Value.Law.ShouldNotBeNull();

        law.Registers.Where(r => law.CasesOf(r).Count() < CaseCoverage.FewestCases).Select(r => $"{r.Id} {r.InForce}").ShouldBeEmpty();
        Checked.Value.Cases.ShouldBeGreaterThanOrEqualTo(law.Registers.Count * CaseCoverage.FewestCases);
    }

    [Fact]
    public void EveryRegister_StandsInALineOfWork_AndEveryLineOfTheSurveyHasOne()
    {
        var law = Checked.Value.Law.ShouldNotBeNull();

        law.Newest.Select(r => r.Id).Except(law.Systems.SelectMany(s => s.Registers)).ShouldBeEmpty();
        law.Systems.Count.ShouldBe(153);
        law.Systems.Select(s => s.Id).ShouldBeUnique();
    }

    [Fact]
    public void EveryOverlay_WasChecked()
    {
        Checked.Value.Law.ShouldNotBeNull().Regions.Keys.ShouldContain("zhejiang");
        Checked.Value.Overlays.ShouldContain("zhejiang");
    }

    [Fact]
    public void CaseThatIsWrong_Checked_SaysWhatCameInstead()
    {
        var files = SmallLaw.Files.Select(f => f with { Text = f.Text.Replace("decision.due: 2024-05-15", "decision.due: 2024-05-05") }).ToList();

        LawCheck.Run(files).Errors.ShouldContain(e => e.Line == 11 && e.Message.Contains("decision.due 应为 2024-05-05，实际为 2024-05-15"));
    }

    [Theory]
    [InlineData("退回环节“give_back”")]
    [InlineData("期限“publish_decision_clock”")]
    [InlineData("只有 1 个案例，至少要 3 个")]
    public void MissingCase_Checked_IsNamed(string words) =>
        LawCheck.Run(SmallLaw.Files).Errors.ShouldContain(e => e.Message.Contains(words));

    [Fact]
    public void RefusedAct_Checked_SaysWhy()
    {
        var files = SmallLaw.Files.Select(f => f with { Text = f.Text.Replace("- {step: suspend, on: 2024-04-01, reason: 不可抗力}", "- {step: suspend, on: 2024-04-01}") }).ToList();

        LawCheck.Run(files).Errors.ShouldContain(e => e.Line == 6 && e.Message.Contains("“suspend”被拒绝：请填写“中止理由”（reason）"));
    }
}
