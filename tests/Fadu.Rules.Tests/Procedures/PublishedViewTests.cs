using Fadu.Rules.Procedures;

namespace Fadu.Rules.Tests.Procedures;

public sealed class PublishedViewTests
{
    private const string Fields = "fields: [number, respondent, result]";

    [Fact]
    public void Person_Redacted_IsShownBySurnameWithoutIdentifier() =>
        View(new("欧阳小明", "natural", "11010519491231002X"))["applicant"].ShouldBe(new Party("欧阳某某", "natural", null));

    [Fact]
    public void Firm_Redacted_KeepsItsName() =>
        View(new("欧阳食品有限公司", "legal", "91330100MA27XU6Q0J"))["applicant"].ShouldBe(new Party("欧阳食品有限公司", "legal", null));

    [Fact]
    public void NameOfARedactedPerson_InAnotherText_IsHiddenThereToo() =>
        View(new("欧阳小明", "natural", null))["title"].ShouldBe("欧阳某某诉b");

    [Fact]
    public void Fields_AreInTheOrderOfThePublication_WithoutThoseThatAreEmpty() =>
        View(new("欧阳小明", "natural", null)).Keys.ShouldBe(["number", "applicant", "title", "result", "decide_number"]);

    [Fact]
    public void Publication_CarriedOutTakenBackAndCarriedOutAgain_StandsInBetweenOnly()
    {
        var appeals = new Appeals();
        var publication = appeals.Register.Publications.Single();
        bool Stands(MatterState state) => PublishedView.Stands(publication, state, new(2024, 12, 31));
        var decided = appeals.Decided();
        var shown = appeals.Do(decided, publication.Step, new(2024, 3, 22));

        Stands(decided).ShouldBeFalse();
        Stands(shown).ShouldBeTrue();
    }

    private static Dictionary<string, object?> View(Party applicant)
    {
        var appeals = new Appeals((Fields, "fields: [number, applicant, title, result, decide_number, fine]"));
        var state = appeals.Decided(applicant);
        var facts = FactBuilder.Build(appeals.Register, state, appeals.Context);
        return PublishedView.Of(appeals.Register, appeals.Register.Publications.Single(), state, facts.Row).ToDictionary(v => v.Id, v => v.Value);
    }
}
