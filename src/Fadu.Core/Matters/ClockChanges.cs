using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters;

/// <summary>What a step does to the clocks of a matter, in words, before it is recorded.</summary>
public static class ClockChanges
{
    /// <summary>One sentence for each clock that changes.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<ClockState> before, IReadOnlyList<ClockState> after, Func<Rules.Registers.Basis, string> cite)
    {
        foreach (var clock in after)
        {
            var was = before.FirstOrDefault(b => b.Clock.Id == clock.Clock.Id);
            var title = $"“{clock.Clock.Title}”";
            var due = clock.Deadline.Due is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : "";
            var basis = $"（{cite(clock.Clock.Basis)}）";
            if (was is null)
            {
                yield return clock.Met is not null ? $"{title}于当日完成{basis}"
                    : clock.Stopped ? $"{title}开始计算并中止{basis}"
                    : clock.Clock.Kind == Rules.Registers.ClockKind.Minimum ? $"{title}开始计算，{due}届满前不得办理下一环节{basis}"
                    : $"{title}开始计算，截止{due}{basis}";
            }
            else if (was.Met is null && clock.Met is { } met)
            {
                yield return clock.Deadline.Due is { } last && met > last ? $"{title}完成，超期{met.DayNumber - last.DayNumber}日{basis}" : $"{title}按期完成{basis}";
            }
            else if (!was.Stopped && clock.Stopped)
            {
                yield return $"{title}中止计算，剩余{clock.Deadline.RemainingText}{basis}";
            }
            else if (was.Stopped && !clock.Stopped)
            {
                yield return $"{title}恢复计算，截止{due}{basis}";
            }
            else if (was.Deadline.Start != clock.Deadline.Start)
            {
                yield return $"{title}重新计算，截止{due}{basis}";
            }
            else if (was.Deadline.Due != clock.Deadline.Due)
            {
                yield return $"{title}的截止日由{was.Deadline.Due:yyyy年M月d日}变为{due}{basis}";
            }
        }

        foreach (var gone in before.Where(b => after.All(a => a.Clock.Id != b.Clock.Id)))
        {
            yield return $"“{gone.Clock.Title}”不再计算（{cite(gone.Clock.Basis)}）";
        }
    }
}
