using Fadu.Rules.Calendar;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Supervision;
using LawBook = Fadu.Rules.Registers.Law;

namespace Fadu.Web.Workspace.Law;

/// <summary>Chinese words for what a definition says.</summary>
public static class LawWords
{
    private static readonly Dictionary<FieldType, string> Types = new()
    {
        [FieldType.Text] = "文字",
        [FieldType.LongText] = "长文字",
        [FieldType.WholeNumber] = "整数",
        [FieldType.Decimal] = "小数",
        [FieldType.Money] = "金额（元）",
        [FieldType.Date] = "日期",
        [FieldType.Time] = "时间",
        [FieldType.YesNo] = "是否",
        [FieldType.Code] = "代码",
        [FieldType.Codes] = "代码（多选）",
        [FieldType.Office] = "单位",
        [FieldType.Offices] = "单位（多个）",
        [FieldType.Officer] = "执法人员",
        [FieldType.Officers] = "执法人员（多名）",
        [FieldType.Person] = "人员姓名",
        [FieldType.Party] = "当事人",
        [FieldType.Identifier] = "证件或者代码",
        [FieldType.Place] = "地点",
        [FieldType.File] = "附件",
        [FieldType.Reference] = "关联事项",
        [FieldType.Rows] = "明细表",
    };

    /// <summary>Type of a field.</summary>
    public static string Word(this FieldType type) => Types[type];

    /// <summary>Kind of a send-back.</summary>
    public static string Word(this SendBackKind kind) => kind switch
    {
        SendBackKind.Correction => "退回补正",
        SendBackKind.Redo => "退回重审",
        SendBackKind.Withdraw => "撤回",
        _ => "部分退回",
    };

    /// <summary>What a send-back does to a clock.</summary>
    public static string Word(this ClockOnSendBack clock) => clock switch
    {
        ClockOnSendBack.Stop => "停止计算",
        ClockOnSendBack.Restart => "重新计算",
        _ => "继续计算",
    };

    /// <summary>How grave.</summary>
    public static string Word(this Severity severity) => severity switch { Severity.High => "高", Severity.Medium => "中", _ => "低" };

    /// <summary>What a measure computes.</summary>
    public static string Word(this MeasureKind kind) => kind switch
    {
        MeasureKind.Count => "计数",
        MeasureKind.Sum => "求和",
        MeasureKind.Distinct => "去重计数",
        MeasureKind.Ratio => "比率",
        _ => "算式",
    };

    /// <summary>Name of a step, field, publication or column of a register.</summary>
    public static string Name(Register register, string id) =>
        register.Step(id)?.Title ?? register.Field(id)?.Title ?? register.Facts.Find(id)?.Title ?? id;

    /// <summary>Names of several.</summary>
    public static string Names(Register register, IEnumerable<string> ids) => string.Join("、", ids.Select(i => Name(register, i)));

    /// <summary>A limit, with the value of its parameter and what 日 means under its statute.</summary>
    public static string Limit(Register register, Limit limit, DayCountingRule? counting)
    {
        var parameter = limit.Source is { } source && source.Text.StartsWith("param.", StringComparison.Ordinal) ? register.Parameters.GetValueOrDefault(source.Text["param.".Length..]) : null;
        var amount = limit.Source is null ? limit.Amount : parameter?.Value is long set ? (int)set : (int?)null;
        var text = amount switch
        {
            null => limit.Source!.Explain() + Unit(limit.Unit),
            0 => "当日",
            _ => new Duration(amount.Value, limit.Unit).Chinese,
        };
        var counted = limit.Unit == DurationUnit.Days && amount > 0 && counting is not null ? counting.CountsWorking(amount.Value) ? "（按工作日）" : "（按自然日）" : "";
        return text + counted + (parameter is null ? "" : "（参数）");
    }

    /// <summary>All limits of a clock in order.</summary>
    public static string Limits(LawBook law, Register register, Clock clock) => clock.YearlyDay is { } day
        ? $"次年{day.Month}月{day.Day}日前"
        : Limits(register, clock.Limits, Counting(law, clock));

    /// <summary>Limits in order, each with its condition.</summary>
    public static string Limits(Register register, IReadOnlyList<ConditionalLimit> limits, DayCountingRule? counting) =>
        string.Join("；", limits.Select(l => (l.When is { } when ? $"{when.Explain()}：" : limits.Count > 1 ? "其他：" : "") + Limit(register, l.Limit, counting)));

    /// <summary>Rule for counting days of the clock's statute.</summary>
    public static DayCountingRule? Counting(LawBook law, Clock clock) => law.Statutes.TryFind(clock.Statute, out var statute) ? statute.Days : null;

    /// <summary>Who records a step.</summary>
    public static string Roles(LawBook law, Step step) => step.By.Count == 0
        ? "系统自动"
        : string.Join("、", step.By.Select(r => law.Roles.Roles.TryGetValue(r, out var role) ? role.Title : r));

    /// <summary>Title of the region whose overlay wrote this item, or none.</summary>
    public static string? Origin(LawBook law, Position position) =>
        position.File.Split('/') switch
        {
            ["regions", var region, ..] => law.Regions.GetValueOrDefault(region)?.Title,
            ["shared", var file] => law.SharedParts.GetValueOrDefault(file[..^".yaml".Length]) is { } part ? $"共用：{part.Title}" : null,
            _ => null,
        };

    /// <summary>A value of a parameter.</summary>
    public static string Value(Parameter parameter) => parameter.Value switch
    {
        bool yes => yes ? "是" : "否",
        var number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}"),
    } + parameter.Unit;

    private static string Unit(DurationUnit unit) => unit switch
    {
        DurationUnit.WorkingDays => "个工作日",
        DurationUnit.Days => "日",
        DurationUnit.CalendarDays => "个自然日",
        DurationUnit.Months => "个月",
        _ => "年",
    };
}
