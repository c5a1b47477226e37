using Fadu.Rules.Calendar;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;
using Fadu.Rules.WorkedCases;

namespace Fadu.Rules.Tests.Registers;

public sealed class PaperLawTests
{
    [Fact]
    public void Paper_Loaded_HasNoError() => PaperLaw.Result.Errors.ShouldBeEmpty(string.Join('\n', PaperLaw.Result.Errors));

    [Fact]
    public void Paper_CasesRun_ComeOutAsWritten()
    {
        var errors = new LawErrors();
        var runner = new CaseRunner(PaperLaw.Law, errors);
        foreach (var worked in PaperLaw.Law.Cases)
        {
            runner.Run(worked);
        }

        errors.Sorted.ShouldBeEmpty(string.Join('\n', errors.Sorted));
        PaperLaw.Law.Cases.Select(c => c.Register).Distinct().Count().ShouldBeGreaterThanOrEqualTo(11);
    }

    [Fact]
    public void CleanUp_FreezesAPopulation_AndAppliesItsVerdicts()
    {
        var register = PaperLaw.Register("clean-up");

        var collect = register.Step("freeze")!.Collect!;
        collect.From.ShouldBe("paper-document");
        collect.Where!.Text.ShouldBe("matter.status = in_force");
        collect.Set.Keys.ShouldBe(["document", "issued"]);
        var apply = register.Step("conclude")!.Apply!;
        (apply.Rows, apply.By, apply.ReferenceColumn).ShouldBe(("population", "verdict", "document"));
        apply.On["lapse"].ShouldBe("lapse");
        register.Step("return_part")!.SendBack!.Kind.ShouldBe(SendBackKind.Partial);
        register.Gates.Single(g => g.Id == "verdicts_add_up").Before.ShouldBeEmpty();
    }

    [Fact]
    public void FileReview_StartsOneRowPerItem_AndDerivesTheGrade()
    {
        var register = PaperLaw.Register("file-review");

        register.Field("items")!.Prefill!.Codes.Count(c => c.Veto).ShouldBe(3);
        register.Field("items")!.Prefill!.Codes.Sum(c => c.Points ?? 0).ShouldBe(100);
        register.Field("grade")!.Derive!.Needs.ShouldContain("vetoed");
        register.Step("score_it")!.Signs.ShouldBeTrue();
        register.OfficeField.ShouldBe("reviewed_office");
    }

    [Fact]
    public void Exams_WithTotalsAndWithPersons_AreOneMeasure()
    {
        var participants = PaperLaw.Law.Measures["exam.participants"].Definitions.Single();

        participants.Kind.ShouldBe(MeasureKind.Value);
        participants.Parts.Select(p => p.ToString()).ShouldBe(["exam.entered_participants", "exam.listed_participants"]);
        PaperLaw.Law.Measures["exam.entered_participants"].OfficeColumn.ShouldBe("unit");
        PaperLaw.Law.Measures["exam.listed_passes"].Register.ShouldBe("exam-roll");
        PaperLaw.Register("exam-roll").Field("people")!.Columns[0].Personal.ShouldBeTrue();
    }

    [Fact]
    public void Penalty_StopsThreeWays_AndIsExtendedByDifferentPeople()
    {
        var register = PaperLaw.Register("penalty");
        var clock = register.Clock("decision")!;

        clock.Stops.Select(s => s.From).ShouldBe(["send_appraisal", "hold_hearing", "announce"]);
        clock.Extensions.Select(e => e.Step).ShouldBe(["extend", "extend_further"]);
        clock.Extensions[1].Limit.Source!.Text.ShouldBe("further_days");
        register.Step("extend")!.By.ShouldBe(["agency-head"]);
        register.Step("extend_further")!.By.ShouldBe(["leader"]);
        clock.Statute.ShouldBe("penalty-law-2021");
    }

    [Fact]
    public void Penalty_Published_HasStepsAndClocksOfItsOwn()
    {
        var register = PaperLaw.Register("penalty");

        register.Step("publish_decision")!.AfterClose.ShouldBeTrue();
        register.Step("publish_decision")!.Publishes.ShouldBe("decision");
        register.Clock("publish_decision_clock")!.Limits.Single().Limit.ShouldBe(new Limit(7, DurationUnit.WorkingDays, null));
        register.Step("withdraw_decision")!.After.ShouldBe(["publish_decision"]);
        register.Facts.Find("publish_decision_clock_due").ShouldNotBeNull();
        register.Publications.Single().Redact.ShouldBe(["party"]);
    }

    [Fact]
    public void CombinedPenalty_IsCountedUnderItsHeaviestKind()
    {
        PaperLaw.Register("combined-penalty").Field("heaviest_kind")!.Derive!.Text.ShouldBe("heaviest(kinds)");
        PaperLaw.Law.Measures["combined.decided"].By.ShouldBe(["heaviest_kind"]);
        PaperLaw.Law.Measures["combined.fines"].Rank.ShouldBeFalse();
    }

    [Fact]
    public void Litigation_CountsInstancesAndHearings_BesideCases()
    {
        PaperLaw.Law.Measures["litigation.received"].RowsField.ShouldBeNull();
        PaperLaw.Law.Measures["litigation.instances"].RowsField.ShouldBe("instances");
        var rate = PaperLaw.Law.Measures["litigation.head_rate"];
        rate.Definitions.Select(d => d.Id).ShouldBe(["per_hearing", "first_only"]);
        rate.Definition("first_only")!.Parts.Select(p => p.ToString()).ShouldBe(["litigation.attended[at_instance=first]", "litigation.hearings[at_instance=first]"]);
    }

    [Fact]
    public void JointInspection_CountsOnce_AndOncePerDepartment()
    {
        PaperLaw.Law.Measures["joint.visits"].OfficeColumn.ShouldBe("office");
        var byUnit = PaperLaw.Law.Measures["joint.visits_by_unit"];
        (byUnit.RowsField, byUnit.OfficeColumn).ShouldBe(("units", "unit"));
        PaperLaw.Register("joint-inspection").Facts.FindRows("units")!.Find("officers_certified").ShouldNotBeNull();
    }

    [Fact]
    public void Disclosure_DoesNotCountThirdPartyTime_AndFillsFifteenRows()
    {
        var clock = PaperLaw.Register("disclosure-request").Clock("answering")!;
        clock.Stops.Single().To.ShouldBe(["third_party_reply"]);
        clock.From.ShouldBe(["receive", "amended"]);

        var table = PaperLaw.Law.ReportTemplates["disclosure"].Parts[0].Sections[0].Table!;
        table.Rows.Count.ShouldBe(15);
        table.Split.ShouldBe("applicant_kind_code");
        table.Rows[2].Request.ToString().ShouldBe("request.answered[result=granted]");
    }

    [Fact]
    public void PowerList_ChangesInBatches()
    {
        var apply = PaperLaw.Register("power-batch").Step("approve")!.Apply!;

        apply.Register.ShouldBe("power-item");
        apply.On.ShouldBe(new Dictionary<string, string> { ["add"] = "add", ["change"] = "change", ["remove"] = "remove" });
        PaperLaw.Register("power-item").Step("add")!.Closes.ShouldBe("in_force");
    }

    [Fact]
    public void SupervisionCase_OpensFromALead_AndEscalates()
    {
        var spawn = PaperLaw.Register("hotline-lead").Step("open_case")!.Spawn!;
        (spawn.Register, spawn.Step).ShouldBe(("supervision-case", "open_it"));
        spawn.Set.Keys.ShouldBe(["lead", "target", "matter_text"]);

        var register = PaperLaw.Register("supervision-case");
        register.Step("escalate")!.Number.ShouldNotBeNull();
        register.Facts.Find("escalate_number").ShouldNotBeNull();
        register.Parameters["report_days"].Basis.Unverified.ShouldBeTrue();
    }

    [Fact]
    public void Mediation_ComesFromTheCourtAndGoesBack_WithAmountAndPeople()
    {
        var register = PaperLaw.Register("court-mediation");

        register.Clock("mediating")!.Limits.Single().Limit.Source!.Text.ShouldBe("param.mediation_days");
        register.Clock("mediating")!.Statute.ShouldBe("invited-mediation-provisions-2016");
        register.Step("confirm")!.After.ShouldBe(["apply"]);
        PaperLaw.Law.Measures["court_mediation.amount"].Unit.ShouldBe("元");
        PaperLaw.Law.Measures["court_mediation.people"].Definitions.Single().Operand!.Text.ShouldBe("people");
    }
}
