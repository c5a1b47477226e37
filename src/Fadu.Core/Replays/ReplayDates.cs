using Fadu.Rules.Calendar;

namespace Fadu.Core.Replays;

/// <summary>Chooses the days of the steps of one matter: working days, in order, the last one not after the recipe's end.</summary>
internal static class ReplayDates
{
    public static DateOnly[] Choose(Recipe recipe, HolidayCalendar calendar, Random random)
    {
        var gaps = recipe.Steps.Select((s, i) => i == 0 ? 0 : random.Next(s.Least, s.Most + 1)).ToArray();
        var room = recipe.Until.DayNumber - recipe.From.DayNumber - gaps.Select((g, i) => recipe.Steps[i].Working ? g * 7 / 5 : g).Sum();
        for (var attempt = 0; attempt < 40; attempt++)
        {
            var start = recipe.From.AddDays(random.Next(Math.Max(1, room - attempt * Math.Max(1, room / 40))));
            if (Walk(recipe, start, gaps, calendar) is var days && days[^1] <= recipe.Until)
            {
                return days;
            }
        }

        return Walk(recipe, recipe.From, gaps, calendar);
    }

    private static DateOnly[] Walk(Recipe recipe, DateOnly start, int[] gaps, HolidayCalendar calendar)
    {
        var days = new DateOnly[gaps.Length];
        var day = start;
        for (var i = 0; i < gaps.Length; i++)
        {
            day = recipe.Steps[i].Working && gaps[i] > 0 ? calendar.AddWorkingDays(day, gaps[i]) : calendar.OnOrAfter(day.AddDays(gaps[i]));
            days[i] = day;
        }

        return days;
    }
}
