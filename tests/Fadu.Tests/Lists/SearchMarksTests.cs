using Fadu.Core.Storage;

namespace Fadu.Tests.Lists;

public sealed class SearchMarksTests
{
    [Theory]
    [InlineData("2024-03-05", "2024-03-05")]
    [InlineData("2024-02-28", "2024-03-01")]
    [InlineData("2023-12-31", "2025-01-01")]
    [InlineData("2020-02-29", "2026-11-22")]
    [InlineData("9998-12-30", "9999-12-31")]
    public void Of_ASpan_TellsEachOfItsDaysOnceAndNoOther(string from, string until)
    {
        var (first, last) = (DateOnly.Parse(from), DateOnly.Parse(until));
        foreach (var register in new[] { null, "penalty" })
        {
            Tells(first, last, SearchMarks.Of(first, last, register).ToList());
        }
    }

    private static void Tells(DateOnly first, DateOnly last, List<string> marks)
    {
        marks.ShouldBeUnique();
        for (var day = first.DayNumber - 400; day <= Math.Min(last.DayNumber + 400, DateOnly.MaxValue.DayNumber); day++)
        {
            var of = SearchMarks.Days(DateOnly.FromDayNumber(day), "penalty").Split(' ');
            marks.Count(of.Contains).ShouldBe(day >= first.DayNumber && day <= last.DayNumber ? 1 : 0, $"{DateOnly.FromDayNumber(day)}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(366)]
    [InlineData(367)]
    [InlineData(90_000)]
    public void EndOf_AnyLength_IsAtLeastSoFarAndToldByFewMarks(int days)
    {
        for (var start = new DateOnly(2023, 1, 1); start.Year < 2025; start = start.AddDays(17))
        {
            var (later, earlier) = (SearchMarks.EndOf(start, days, later: true), SearchMarks.EndOf(start, days, later: false));
            (later.DayNumber - start.DayNumber).ShouldBeInRange(days - 1, days + 366);
            (start.DayNumber - earlier.DayNumber).ShouldBeInRange(days - 1, days + 366);
            SearchMarks.Of(start, later, null).Count().ShouldBeLessThan(60 + (days / 365));
            SearchMarks.Of(earlier, start, null).Count().ShouldBeLessThan(60 + (days / 365));
        }
    }

    [Fact]
    public void Marks_OfShortCodes_AreNoWordsOfATextAndStayApart()
    {
        string[] marks = [SearchMarks.Register("a"), SearchMarks.Office("a"), SearchMarks.Office("乡"), .. SearchMarks.Days(new(2024, 1, 2), "a").Split(' ')];
        marks.ShouldAllBe(m => m.Length >= 3 && m.All(char.IsAsciiLetterOrDigit));
        marks.ShouldBeUnique();
        SearchWords.Pairs("rega of d20240102").ShouldAllBe(p => p.Length <= 2);
    }
}
