using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Tests.Expressions;

/// <summary>A register with one column of each kind, for tests of expressions and measures in both test projects.</summary>
internal static class SampleRegister
{
    private static readonly Position Here = new("sample.yaml", 1);
    private static readonly Basis Practice = new([], false);

    public static CodeList Results { get; } = List("review-result", "审理结果", ("alter", "变更", ["corrected"]), ("revoke", "撤销", ["corrected"]), ("uphold", "维持", []));

    public static CodeList Procedures { get; } = List("procedure", "程序", ("ordinary", "普通程序", []), ("summary", "简易程序", []));

    public static CodeList Kinds { get; } = List("penalty-kind", "处罚种类", ("warning", "警告", ["light"]), ("fine", "罚款", []), ("closure", "责令停产停业", ["heavy"]), ("detention", "拘留", ["heavy"]));

    public static CodeList Statuses { get; } = List("matter-status", "状态", ("open", "在办", []), ("suspended", "中止", []), ("concluded", "办结", []));

    public static FactTable Other { get; } = FactTable.Build(
        "other-case",
        [Field("amount", "标的额", FieldType.Money), Field("kind", "种类", FieldType.Code, Kinds), Field("held_on", "召开日期", FieldType.Date)],
        [("file", "立案", false, true)], [("handle", "办理期限")], Statuses);

    public static FactTable Table { get; } = FactTable.Build(
        "sample-case",
        [
            Field("applicant", "申请人", FieldType.Party), Field("respondent", "被申请人", FieldType.Office), Field("procedure", "审理程序", FieldType.Code, Procedures),
            Field("result", "审理结果", FieldType.Code, Results), Field("kinds", "处罚种类", FieldType.Codes, Kinds), Field("fine", "罚款金额", FieldType.Money),
            Field("area", "面积", FieldType.Decimal), Field("score", "得分", FieldType.WholeNumber), Field("days_more", "延长天数", FieldType.WholeNumber), Field("vetoed", "一票否决", FieldType.YesNo),
            Field("heard_on", "听证日期", FieldType.Date), Field("subject", "案由", FieldType.LongText), Field("officers", "执法人员", FieldType.Officers),
            Field("origin", "原案", FieldType.Reference) with { Register = "other-case" },
            Field("items", "涉案物品", FieldType.Rows) with
            {
                Columns =
                [
                    Field("label", "品名", FieldType.Text), Field("quantity", "数量", FieldType.WholeNumber), Field("value", "价值", FieldType.Money),
                    Field("seized_on", "扣押日期", FieldType.Date), Field("returned", "已返还", FieldType.YesNo), Field("item_kind", "处理", FieldType.Code, Kinds), Field("unit", "保管单位", FieldType.Office),
                ],
            },
        ],
        [("receive", "收到申请", false, false), ("accept", "受理", false, true), ("hear", "听取意见", true, false), ("decide", "作出复议决定", false, false)],
        [("decision", "审理期限")], Statuses);

    public static IReadOnlyDictionary<string, Parameter> Parameters { get; } = new Dictionary<string, Parameter>
    {
        ["large_fine"] = new("large_fine", "较大数额", FieldType.Money, 5000.5m, "元", Practice, Here),
        ["review_days"] = new("review_days", "审查天数", FieldType.WholeNumber, 5L, null, Practice, Here),
        ["strict"] = new("strict", "从严", FieldType.YesNo, true, null, Practice, Here),
    };

    public static ExpressionScope Scope { get; } = ExpressionScope.ForRegister(
        Table, Parameters, new HashSet<string> { "receive", "accept", "hear", "decide" }, new HashSet<string> { "decision" },
        register => register == "other-case" ? Other : null);

    public static ExpressionScope ItemScope { get; } = Scope.ForRows(Table.FindRows("items")!);

    /// <summary>Two known years: New Year's Day and the first week of October are off, one Sunday is worked.</summary>
    public static HolidayCalendar Calendar { get; } = new(
    [
        .. new[] { 2023, 2024 }.Select(y => new HolidayYear(
            y, [], [new("元旦", new(y, 1, 1), new(y, 1, 1)), new("国庆节", new(y, 10, 1), new(y, 10, 7))], [new(new(2024, 9, 29), "国庆节")]) with
            {
                MakeUp = y == 2024 ? [new(new(2024, 9, 29), "国庆节")] : [],
            }),
    ]);

    public static EvaluationContext Context(DateOnly? today = null, Period? period = null) => new(
        today ?? new(2024, 6, 30), period ?? Period.Year(2024), new Dictionary<string, object>(), Calendar);

    public static FactRow Row(params (string Column, object? Value)[] values) => new(
        Table, values.Where(v => v.Column != "items").ToDictionary(v => v.Column, v => v.Value),
        values.Where(v => v.Column == "items").ToDictionary(v => v.Column, v => (IReadOnlyList<IReadOnlyDictionary<string, object?>>)v.Value!));

    public static IReadOnlyDictionary<string, object?> Item(params (string Column, object? Value)[] values) => values.ToDictionary(v => v.Column, v => v.Value);

    public static Expression Parse(string text, ExpressionType expected = ExpressionType.Any, CodeList? codes = null, ExpressionScope? scope = null)
    {
        if (!Expression.TryParse(text, scope ?? Scope, expected, out var expression, out var error, codes))
        {
            throw new InvalidOperationException($"{text} at {error.Column}: {error.Message}");
        }

        return expression;
    }

    private static Field Field(string id, string title, FieldType type, CodeList? codes = null) => new() { Id = id, Title = title, Type = type, Codes = codes, Position = Here };

    private static CodeList List(string id, string title, params (string Id, string Title, string[] Groups)[] codes) => new(
        id, title, null, [.. codes.Select(c => new Code(c.Id, c.Title, c.Groups.ToHashSet(), [], null, false, null, null, null))], Here);
}
