using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Tests.Expressions;

namespace Fadu.Rules.Tests.Measures;

/// <summary>One measure of each kind on the sample register.</summary>
internal static class SampleMeasures
{
    private static readonly Basis Practice = new([], false);

    public static IReadOnlyDictionary<string, Measure> All { get; } = new[]
    {
        Measure("received", Count("receive.on in period")),
        Measure("all", Count(null)),
        Measure("decided", Count("decide.on in period")),
        Measure("corrected", Count("decide.on in period and result in group corrected")),
        Measure("overdue", Count("decision.overdue")),
        Measure("fines", Aggregate(MeasureKind.Sum, "kinds contains fine", "fine")),
        Measure("areas", Aggregate(MeasureKind.Sum, null, "area * score")),
        Measure("items", Aggregate(MeasureKind.Sum, null, "items.count")),
        Measure("firms", Aggregate(MeasureKind.Distinct, null, "applicant.id")),
        Measure("days", Aggregate(MeasureKind.Distinct, "not vetoed", "heard_on")),
        Measure("item_value", Aggregate(MeasureKind.Sum, "quantity > 1", "value", SampleRegister.ItemScope)) with { RowsField = "items" },
        Measure("seized", Aggregate(MeasureKind.Count, "seized_on in period and matter.accept.done", null, SampleRegister.ItemScope)) with { RowsField = "items", OfficeColumn = "unit" },
        Measure("labels", Aggregate(MeasureKind.Distinct, null, "label", SampleRegister.ItemScope)) with { RowsField = "items", OfficeColumn = "unit" },
        Measure("referred", Count("origin.amount > 1000")),
        Measure("rate", Ratio("default", "sample.corrected", "sample.decided")) with { Unit = "%", Register = "" },
        Measure("uphold_rate", Ratio("of_decided", "sample.decided[result=uphold]", "sample.decided"), Ratio("of_received", "sample.decided[result=uphold]", "sample.received")) with { Unit = "%", Register = "" },
        Measure("balance", Value("received - decided / 2 + 0.5 * seized")) with { Register = "" },
        Measure("fewest", Value("least(decided)")) with { Register = "" },
        Measure("largest", Value("most(decided)")) with { Register = "" },
        Measure("indirect", Value("balance + rate * 100")) with { Register = "" },
    }.ToDictionary(m => m.Id);

    public static Measure Measure(string key, params MeasureDefinition[] definitions) => new()
    {
        Id = "sample." + key,
        Title = key,
        Unit = "件",
        Register = "sample-case",
        Definitions = definitions,
        Basis = Practice,
        Module = "disputes",
        Position = new("sample.yaml", 1),
    };

    public static MeasureDefinition Count(string? where) => Aggregate(MeasureKind.Count, where, null);

    public static MeasureDefinition Ratio(string id, string numerator, string denominator) => new() { Id = id, Text = "", Kind = MeasureKind.Ratio, Ratio = (Request(numerator), Request(denominator)) };

    public static MeasureRequest Request(string text) => MeasureRequest.TryParse(text, "sample", out var request, out var error) ? request : throw new InvalidOperationException(error.Message);

    public static MeasureDefinition Value(string text) => MeasureFormula.TryParse(text, "sample", out var formula, out var error)
        ? new() { Id = "default", Text = "", Kind = MeasureKind.Value, Formula = formula }
        : throw new InvalidOperationException(error.Message);

    private static MeasureDefinition Aggregate(MeasureKind kind, string? where, string? operand, ExpressionScope? scope = null) => new()
    {
        Id = "default",
        Text = "",
        Kind = kind,
        Where = where is null ? null : SampleRegister.Parse(where, scope: scope),
        Operand = operand is null ? null : SampleRegister.Parse(operand, scope: scope),
    };
}
