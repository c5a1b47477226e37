using Fadu.Core.Law;
using Fadu.Rules.Calendar;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Law;

/// <summary>The working days of a year, month by month, with the notice they come from.</summary>
[Permission("law.read")]
public sealed class YearModel(LawStore law) : PageModel
{
    /// <summary>Year shown.</summary>
    public int Year { get; private set; }
    /// <summary>Its arrangement; none where no notice is loaded.</summary>
    public HolidayYear? Arrangement { get; private set; }
    /// <summary>Working days.</summary>
    public HolidayCalendar Calendar => law.Current.Calendar;
    /// <summary>Working days in the year.</summary>
    public int WorkingDays => Calendar.CountWorkingDays(new(Year - 1, 12, 31), new(Year, 12, 31));

    /// <summary>Shows a year.</summary>
    public IActionResult OnGet(int year)
    {
        if (year is < 1950 or > 2100)
        {
            return NotFound();
        }

        Year = year;
        Arrangement = Calendar.Years.FirstOrDefault(y => y.Year == year);
        return Page();
    }

    /// <summary>Weeks of a month, Monday first; days of other months are none.</summary>
    public IEnumerable<DateOnly?[]> Weeks(int month)
    {
        var first = new DateOnly(Year, month, 1);
        var before = ((int)first.DayOfWeek + 6) % 7;
        var days = Enumerable.Repeat((DateOnly?)null, before).Concat(Enumerable.Range(0, DateTime.DaysInMonth(Year, month)).Select(i => (DateOnly?)first.AddDays(i)));
        return days.Chunk(7).Select(w => w.Concat(Enumerable.Repeat((DateOnly?)null, 7 - w.Length)).ToArray());
    }
}
