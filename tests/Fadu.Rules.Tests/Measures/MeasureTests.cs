using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Tests.Expressions;
using static Fadu.Rules.Tests.Measures.SampleMeasures;

namespace Fadu.Rules.Tests.Measures;

public sealed class MeasureTests
{
    private static readonly DateOnly Day = new(2024, 5, 1);

    private static readonly FactRow[] Matters =
    [
        Matter("justice", "alter", "P1", 100.05m), Matter("justice", "uphold", "P1", null), Matter("justice", "uphold", "P2", 3m),
        Matter("market", "revoke", "P1", 1m), Matter("market", null, null, null),
        SampleRegister.Row(("office", "land"), ("receive_on", Day)),
    ];

    [Theory]
    [InlineData("sample.decided", null, "5")]
    [InlineData("sample.decided", "market", "2")]
    [InlineData("sample.decided", "land", "0")]
    [InlineData("sample.decided", "nowhere", "0")]
    [InlineData("sample.decided[result=uphold]", null, "2")]
    [InlineData("sample.fines", null, "104.05")]
    [InlineData("sample.firms", "justice", "2")]
    [InlineData("sample.firms", "market", "1")]
    [InlineData("sample.firms", null, "2")]
    [InlineData("sample.rate", null, "0.4")]
    [InlineData("sample.rate", "market", "0.5")]
    [InlineData("sample.rate[result=uphold]", null, "0")]
    [InlineData("sample.balance", null, "3.5")]
    [InlineData("sample.indirect", "market", "51")]
    [InlineData("sample.fewest", null, "2")]
    [InlineData("sample.largest", null, "3")]
    [InlineData("sample.largest", "market", "2")]
    public void Measure_OfAFewMatters_HasItsValue(string text, string? office, string expected) =>
        Value(text, office).Value.ShouldBe(decimal.Parse(expected));

    [Fact]
    public void Pass_KnowsEveryRegisterWhoseFactsItReads()
    {
        Registers("sample.decided").ShouldBe(["sample-case"]);
        Registers("sample.decided", "sample.referred").ShouldBe(["sample-case", "other-case"], "kept figures must follow the matter that is referred to");
    }

    [Theory]
    [InlineData("sample.rate")]
    [InlineData("sample.indirect")]
    public void Ratio_OfNothing_IsMissing(string text) => Value(text, "land").Value.ShouldBeNull();

    [Fact]
    public void Ratio_HasItsTwoSides()
    {
        var value = Value("sample.rate", null);

        (value.Numerator, value.Denominator).ShouldBe((2m, 5m));
    }

    [Fact]
    public void Definition_ChosenByAnOffice_CountsForItAlone()
    {
        var choices = new DefinitionChoices(new Dictionary<string, string>(), new Dictionary<(string, string), string> { [("justice", "sample.uphold_rate")] = "of_received" });

        Value("sample.uphold_rate", "justice", choices).Definition.Id.ShouldBe("of_received");
        Value("sample.uphold_rate", null, choices).Definition.Id.ShouldBe("of_decided");
        Value("sample.uphold_rate", null, choices).Value.ShouldBe(0.4m);
    }

    [Fact]
    public void Plan_OfManyMeasures_NeedsOnePassPerTableAndOfficeColumn()
    {
        var plan = Plan(All.Keys.Select(k => new MeasureRequest(k)));

        plan.Passes.Select(p => $"{p.Rows?.Field} {p.OfficeColumn}").ShouldBe([" office", "items office", "items unit"]);
    }

    [Fact]
    public void Leaves_OfARatio_AreTheCountsBehindIt() =>
        Plan([new("sample.indirect")]).Leaves(new("sample.indirect"), null).Select(l => l.Measure.Measure)
            .ShouldBe(["sample.received", "sample.decided", "sample.seized", "sample.corrected"]);

    [Theory]
    [InlineData(0.34456, "%", 2, "34.46%")]
    [InlineData(0.14, "%", 2, "14%")]
    [InlineData(0.142857, "%", 2, "14.29%")]
    [InlineData(0.00005, "%", 2, "0.01%")]
    [InlineData(1.0, "%", 2, "100%")]
    [InlineData(12345.0, "件", 2, "12345")]
    [InlineData(12.5, "元", 2, "12.5")]
    [InlineData(12.345, "元", 2, "12.35")]
    [InlineData(-2.5, "件", 0, "-3")]
    [InlineData(null, "%", 2, "—")]
    public void Figure_Printed_RoundsHalfUpAndDropsZeros(double? value, string unit, int decimals, string expected) =>
        MeasureFormat.Print((decimal?)value, unit, decimals).ShouldBe(expected);

    [Theory]
    [InlineData("a", "sample.a")]
    [InlineData("other.a[result = uphold]", "other.a[result=uphold]")]
    [InlineData("file-review.a[z=1x, b='甲']", null)]
    [InlineData("file-review.a[z=x, b='甲']", "file-review.a[b=甲, z=x]")]
    [InlineData("a[unit=330106001]", "sample.a[unit=330106001]")]
    [InlineData("a[x=b][y=c]", null)]
    [InlineData("a + b", null)]
    [InlineData("a[", null)]
    [InlineData("a.", null)]
    [InlineData("", null)]
    [InlineData("3", null)]
    public void Request_Written_IsRead(string text, string? expected) =>
        (MeasureRequest.TryParse(text, "sample", out var request, out _) ? request.ToString() : null).ShouldBe(expected);

    [Theory]
    [InlineData("a +", "结尾")]
    [InlineData("(a", "“)”")]
    [InlineData("a b", "多余")]
    [InlineData("a = b", "多余")]
    [InlineData("a[b]", "字段=代码")]
    public void Formula_WithAMistake_SaysWhatIsWrong(string text, string part)
    {
        MeasureFormula.TryParse(text, "sample", out _, out var error).ShouldBeFalse();
        error.ShouldNotBeNull().Message.ShouldContain(part);
    }

    [Fact]
    public void Measures_OfTheSample_HaveNoMistakes() => new MeasureCheck(All, Tables).All().ShouldBeEmpty();

    public static TheoryData<string, MeasureDefinition, string> Mistakes => new()
    {
        { "loop", SampleMeasures.Value("loop + 1"), "sample.loop → sample.loop" },
        { "over", SampleMeasures.Value("rat * 2"), "是不是“sample.rate”" },
        { "part", Ratio("default", "sample.decided[result=upheld]", "sample.decided"), "是不是“uphold”" },
        { "by", Ratio("default", "sample.decided[colour=red]", "sample.decided"), "没有“colour”" },
        { "share", Count("true") with { Kind = MeasureKind.Sum, Operand = SampleRegister.Parse("fine / 2") }, "不能有除法" },
        { "set", Count("true") with { Kind = MeasureKind.Distinct, Operand = SampleRegister.Parse("kinds") }, "distinct" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Measure_WithAMistake_SaysWhatIsWrong(string key, MeasureDefinition definition, string part)
    {
        var measures = All.Values.Append(Measure(key, definition)).ToDictionary(m => m.Id);

        new MeasureCheck(measures, Tables).All().ShouldHaveSingleItem().Message.ShouldContain(part);
    }

    private static FactTable? Tables(string register) => register == "sample-case" ? SampleRegister.Table : null;

    [Fact]
    public void Choices_SeenFromAnOffice_CountItsTotalByItsOwnDefinition()
    {
        var measure = All["sample.uphold_rate"];
        var choices = new DefinitionChoices(
            new Dictionary<string, string> { ["sample.uphold_rate"] = measure.Definitions[0].Id },
            new Dictionary<(string, string), string> { [("justice", "sample.uphold_rate")] = "of_received" });

        choices.SeenFrom("justice").Of(measure, null).Id.ShouldBe("of_received");
        choices.SeenFrom("urban").Of(measure, null).ShouldBe(measure.Definitions[0]);
        choices.SeenFrom(null).Of(measure, null).ShouldBe(measure.Definitions[0]);
    }

    private static MeasurePlan Plan(IEnumerable<MeasureRequest> requests, DefinitionChoices? choices = null) => new(All, Tables, requests, choices);

    private static IEnumerable<string> Registers(params string[] texts) => Plan([.. texts.Select(Request)]).Passes.SelectMany(p => p.Registers);

    private static MeasureValue Value(string text, string? office, DefinitionChoices? choices = null)
    {
        var request = Request(text);
        var plan = Plan([request], choices);
        return plan.Value(request, office, [.. plan.Passes.Select(p => MeasureInMemory.Compute(p, Matters, SampleRegister.Context()))]);
    }

    private static FactRow Matter(string office, string? result, string? firm, decimal? fine) => SampleRegister.Row(
        ("office", office), ("receive_on", Day), ("decide_on", Day), ("result", result), ("applicant_id", firm), ("fine", fine), ("kinds", new[] { "fine" }));
}
