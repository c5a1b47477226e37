using Fadu.Rules.Expressions.Sql;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary><c>step.done</c>: never unknown.</summary>
internal sealed record StepDone(ColumnPlace On, string Title) : YesNoNode
{
    public override IEnumerable<string> Reads => [On.Read];
    public override string Explain() => "已" + Title;
    public override object? Evaluate(Place place) => On.Value(place) is not null;
    public override string Sql(SqlWriter w) => $"({On.Sql(w)} is not null)";
}

/// <summary><c>step.times</c> of a step that is not repeated: 1 or 0.</summary>
internal sealed record StepTimes(ColumnPlace On, string Title) : NumberNode
{
    public override bool Whole => true;
    public override IEnumerable<string> Reads => [On.Read];
    public override string Explain() => Title + "次数";
    public override Fraction? Number(Place place) => Fraction.Of(On.Value(place) is null ? 0 : 1);
    public override SqlNumber NumberSql(SqlWriter w) => new($"(case when {On.Sql(w)} is null then 0 else 1 end)", 0);
}

/// <summary><c>step.times</c> of a repeated step; 0 before the first time.</summary>
internal sealed record RepeatedTimes(ColumnPlace Times) : NumberNode
{
    public override bool Whole => true;
    public override IEnumerable<string> Reads => [Times.Read];
    public override string Explain() => Times.Column.Title;
    public override Fraction? Number(Place place) => Fraction.Of(Times.Value(place) ?? 0L);
    public override SqlNumber NumberSql(SqlWriter w) => new($"coalesce({Times.Sql(w)}, 0)", 0);
}

/// <summary><c>clock.stopped</c>: never unknown.</summary>
internal sealed record ClockStopped(ColumnPlace Stopped, string Title) : YesNoNode
{
    public override IEnumerable<string> Reads => [Stopped.Read];
    public override string Explain() => Title + "中止中";
    public override object? Evaluate(Place place) => Stopped.Value(place) is true;
    public override string Sql(SqlWriter w) => $"coalesce({Stopped.Sql(w)}, false)";
}

/// <summary>The three columns of a clock, and whether it is overdue: due given, not stopped, and met (or today) after the due day.</summary>
internal sealed record ClockPlace(ColumnPlace Due, ColumnPlace Met, ColumnPlace Stopped, string Title)
{
    public IEnumerable<string> Reads => [Due.Read, Met.Read, Stopped.Read, "today"];

    public bool Overdue(Place place) =>
        Due.Value(place) is DateOnly due && Stopped.Value(place) is not true && Until(place) > due;

    public DateOnly Until(Place place) => Met.Value(place) as DateOnly? ?? place.Context.Today;

    public string OverdueSql(SqlWriter w) =>
        $"coalesce({Due.Sql(w)} is not null and not coalesce({Stopped.Sql(w)}, false) and {UntilSql(w)} > {Due.Sql(w)}, false)";

    public string UntilSql(SqlWriter w) => $"coalesce({Met.Sql(w)}, {w.Parameter(w.Context.Today)})";
}

/// <summary><c>clock.overdue</c>: never unknown. A stopped clock that is not met is not overdue.</summary>
internal sealed record ClockOverdue(ClockPlace Clock) : YesNoNode
{
    public override IEnumerable<string> Reads => Clock.Reads;
    public override string Explain() => Clock.Title + "已超期";
    public override object? Evaluate(Place place) => Clock.Overdue(place);
    public override string Sql(SqlWriter w) => Clock.OverdueSql(w);
}

/// <summary><c>clock.late_days</c>: calendar days after the due day; 0 in time; missing where nothing is due.</summary>
internal sealed record ClockLateDays(ClockPlace Clock) : NumberNode
{
    public override bool Whole => true;
    public override IEnumerable<string> Reads => Clock.Reads;
    public override string Explain() => Clock.Title + "超期天数";

    public override Fraction? Number(Place place) => Clock.Due.Value(place) is not DateOnly due
        ? null
        : Fraction.Of(Clock.Overdue(place) ? Clock.Until(place).DayNumber - due.DayNumber : 0);

    public override SqlNumber NumberSql(SqlWriter w) => new(
        $"(case when {Clock.Due.Sql(w)} is null then null when {Clock.OverdueSql(w)} "
        + $"then {w.Dialect.Days(Clock.Due.Sql(w), Clock.UntilSql(w))} else 0 end)",
        0);
}
