using static Fadu.Rules.Calendar.DateText;

namespace Fadu.Rules.Calendar;

/// <summary>Writes the steps of one computation as sentences.</summary>
internal sealed class TraceWriter(HolidayCalendar calendar)
{
    private readonly HashSet<DateOnly> _stopsTold = [];
    private readonly List<TraceStep> _steps = [];

    public IReadOnlyList<TraceStep> Steps => _steps;

    public void Start(DateOnly start) =>
        Add(TraceKind.Start, start, start, 0, $"起算日为{Chinese(start)}，当日不计入，自次日起算（参照《民法典》第二百零一条）。");

    public void Limit(DateOnly start, Duration limit, DayCountingRule rule, string basis) =>
        Add(TraceKind.Limit, start, null, limit.Value, $"期限为{limit.Chinese}{InBrackets(basis)}{Reading(limit, rule)}。");

    public void Extend(Extension extension, DateOnly from, DayCountingRule rule) =>
        Add(TraceKind.Extension, from, null, extension.Length.Value,
            $"延长{extension.Length.Chinese}{InBrackets(Because(extension.Reason, extension.Basis))}{Reading(extension.Length, rule)}。");

    public void Refuse(Extension extension, DateOnly due) =>
        Add(TraceKind.ExtensionRefused, extension.DecidedOn!.Value, null, 0,
            $"延长{extension.Length.Chinese}的决定于{Chinese(extension.DecidedOn.Value)}作出，期限已于{Chinese(due)}届满，不发生延长的效力。");

    /// <summary>Tells the days after one day through another: each run of days of the same kind is one step.</summary>
    public void Count(DateOnly after, DateOnly through, bool working)
    {
        if (through <= after) return;
        var first = after.AddDays(1);
        if (!working)
        {
            var days = through.DayNumber - after.DayNumber;
            Add(TraceKind.Counted, first, through, days, $"{Range(first, through)}，计{days}日。");
            return;
        }
        while (first <= through)
        {
            var status = calendar.Explain(first);
            var last = first;
            while (last < through && calendar.Explain(last.AddDays(1)).Text == status.Text) last = last.AddDays(1);
            var days = last.DayNumber - first.DayNumber + 1;
            if (status.IsWorkingDay)
                Add(TraceKind.Counted, first, last, days, $"{Range(first, last)}{(status.Reason == DayReason.MakeUp ? $"（{status.Text}）" : "")}，计{days}个工作日。");
            else
                Add(TraceKind.Skipped, first, last, days, $"{Range(first, last)}，{status.Text}，不计入。");
            first = last.AddDays(1);
        }
    }

    public void CorrespondingDay(DateOnly anchor, int months, DateOnly end) =>
        Add(TraceKind.Counted, anchor.AddDays(1), end, months, end.Day == anchor.Day
            ? $"满{Months(months)}的对应日为{Chinese(end)}（参照《民法典》第二百零二条）。"
            : $"满{Months(months)}的当月没有对应日，以月末日{Chinese(end)}为最后一日（参照《民法典》第二百零二条）。");

    public void Stop(Stop stop, DateOnly from)
    {
        if (!_stopsTold.Add(stop.From)) return;
        var to = stop.To!.Value;
        var days = to.DayNumber - from.DayNumber;
        Add(TraceKind.Stop, from.AddDays(1), to, days,
            $"{Chinese(stop.From)}起停止计算{InBrackets(Because(stop.Reason, stop.Basis))}，{Chinese(to)}恢复；{Range(from.AddDays(1), to)}共{days}日不计入。");
    }

    public void OpenStop(Stop stop, DateOnly from, RemainingTime left) =>
        Add(TraceKind.Stop, from.AddDays(1), null, 0,
            $"{Chinese(stop.From)}起停止计算{InBrackets(Because(stop.Reason, stop.Basis))}，尚未恢复；剩余{left.Chinese}，自恢复的次日起继续计算。");

    public void Finish(DateOnly raw, DateOnly due, bool provisional)
    {
        if (due != raw)
            Add(TraceKind.Roll, raw, due, due.DayNumber - raw.DayNumber,
                $"{Chinese(raw)}为{calendar.Explain(raw).Text}，期限顺延至其后第一个工作日{Chinese(due)}（参照《民法典》第二百零三条）。");
        Add(TraceKind.Due, due, due, 0, $"期限于{Chinese(due)}届满。");
        if (provisional)
            Add(TraceKind.Provisional, due, due, 0, $"已载入的节假日安排只到{calendar.FirstKnownYear}年至{calendar.LastKnownYear}年，本日期{Deadline.ProvisionalNote}。");
    }

    private void Add(TraceKind kind, DateOnly from, DateOnly? to, int days, string sentence) =>
        _steps.Add(new(kind, from, to, days, sentence));

    private static string Reading(Duration limit, DayCountingRule rule) => limit.Unit switch
    {
        DurationUnit.Days when rule.CountsWorking(limit.Value) => $"；{rule.Chinese}，故按{limit.Value}个工作日计算",
        DurationUnit.Days => $"；{rule.Chinese}，故按{limit.Value}个自然日计算",
        _ => "",
    };

    private static string Months(int months) => months % 12 == 0 ? $"{months / 12}年" : $"{months}个月";

    private static string Because(string reason, string basis) => string.Join("，", new[] { reason, basis }.Where(t => t.Length > 0));

    private static string InBrackets(string text) => text.Length > 0 ? $"（{text}）" : "";
}
