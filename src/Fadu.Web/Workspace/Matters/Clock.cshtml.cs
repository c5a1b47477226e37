using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Matters;

/// <summary>One day of the strip.</summary>
public sealed record StripDay(DateOnly Day, string Css, string Says);

/// <summary>为什么是这一天: how a due day comes about, day by day.</summary>
[Permission("matters.read")]
public sealed class ClockModel(LawStore law, MatterDetails details, CurrentActor me, PageFormat format) : PageModel
{
    private const int MostMonths = 8;

    /// <summary>The matter.</summary>
    public MatterView View { get; private set; } = null!;
    /// <summary>The clock.</summary>
    public ClockState Clock { get; private set; } = null!;
    /// <summary>Light today.</summary>
    public Light Light { get; private set; }
    /// <summary>Law.</summary>
    public LawStore Law => law;
    /// <summary>Title as this reader may see it.</summary>
    public string Title => PersonalData.Title(View.Register, View.State.Title, View.State.Values);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long id, string clock)
    {
        if (await details.ViewAsync(me.Value, id, HttpContext.RequestAborted) is not { } view || view.Facts.Clocks.FirstOrDefault(c => c.Clock.Id == clock) is not { } found)
        {
            return NotFound();
        }

        (View, Clock, Light) = (view, found, found.LightOn(format.Today, law.Current.Calendar));
        return Page();
    }

    /// <summary>Months from the start to the end, each with its days; long limits show their first and last months.</summary>
    public IEnumerable<(DateOnly Month, IReadOnlyList<StripDay> Days)> Months()
    {
        var start = Clock.Deadline.Start;
        var end = new[] { Clock.Deadline.Due ?? format.Today, Clock.Deadline.RawDue ?? start, start }.Max();
        List<DateOnly> months = [];
        for (var month = new DateOnly(start.Year, start.Month, 1); month <= end; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        var shown = months.Count <= MostMonths ? months : [.. months.Take(MostMonths / 2), .. months.TakeLast(MostMonths / 2)];
        return shown.Select(m => (m, (IReadOnlyList<StripDay>)[.. Enumerable.Range(0, DateTime.DaysInMonth(m.Year, m.Month)).Select(i => Day(m.AddDays(i), end))]));
    }

    private StripDay Day(DateOnly day, DateOnly end)
    {
        var deadline = Clock.Deadline;
        var status = law.Current.Calendar.Explain(day);
        var stopped = deadline.Trace.Any(t => t.Kind == TraceKind.Stop && day > t.From && day <= (t.To ?? end));
        List<string> css = [status.IsWorkingDay ? "work" : "off"];
        List<string> says = [$"{day.Month}月{day.Day}日"];
        if (day > deadline.Start && day <= end)
        {
            css.Add(stopped ? "stopped" : "counted");
        }

        foreach (var (name, when, words) in new[] { ("start", (DateOnly?)deadline.Start, "起算日"), ("due", deadline.Due, "截止日"), ("met", Clock.Met, "完成日"), ("today", format.Today, "今天") })
        {
            if (when == day)
            {
                css.Add(name);
                says.Add(words);
            }
        }

        if (!status.IsWorkingDay)
        {
            says.Add("休息日");
        }

        return new(day, string.Join(' ', css), string.Join("，", says));
    }
}
