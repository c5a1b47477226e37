using System.Text;
using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class FuzzTests
{
    private static readonly string[] Pieces =
        ["共", "其中", "占", "率为", "%", "件", "万", "亿元", "（", "）", "，", "。", "；", "、", "|", "\n", "2024年", "13月45日", "1,234", "12 345", "0.5", "：", "∶", "“", "”", "《", "》", "〔", "分别", "较上年", "增长", "年均", "由", "增至", "总计", "20xx", "余", "近", "一是", "三项", "\t", "99999999999999999999999999999", "\uD83D", "\0", "二〇二四年", "百分之"];

    [Fact]
    public void Check_OnRandomText_NeverFailsAndQuotesWhatItMarks()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 250; round++)
        {
            var text = new StringBuilder();
            var length = random.Next(1, 120);
            for (var i = 0; i < length; i++) text.Append(random.Next(3) == 0 ? random.Next(0, 3000).ToString() : Pieces[random.Next(Pieces.Length)]);
            Checked.Text(text.ToString(), new CheckOptions { Previous = round % 5 == 0 ? text.ToString() : null });
        }
    }

    // Processor time of this thread and not the clock on the wall, so that a loaded machine changes nothing; the best of three, so that a first call
    // that is still being compiled does not count.
    [Theory]
    [InlineData("one long line of digits", "7", 100_000)]
    [InlineData("one paragraph of figures", "共受理12件，占35%；", 1_000)]
    [InlineData("figures that grow", "由3件增至4件，增长5%，", 1_000)]
    [InlineData("many short paragraphs", "共受理12件，占35%。\n", 1_000)]
    [InlineData("brackets that never close", "（3件", 5_000)]
    [InlineData("bars without numbers", "| ", 50_000)]
    public void Check_OnTwiceTheHostileText_DoesAtMostThreeTimesTheWork(string name, string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        ReportChecker.Check(text).Characters.ShouldBe(text.Length, name);
        var (once, twice) = (Best(text), Best(text + text));
        twice.Bytes.ShouldBeLessThan(once.Bytes * 3 + 4_000_000, name);
        twice.Time.ShouldBeLessThan((once.Time * 3) + TimeSpan.FromMilliseconds(50), name);
    }

    private static (TimeSpan Time, long Bytes) Best(string text)
    {
        var best = (Time: TimeSpan.MaxValue, Bytes: long.MaxValue);
        for (var round = 0; round < 3; round++)
        {
            var (time, bytes) = (ThreadClock.Used, GC.GetAllocatedBytesForCurrentThread());
            ReportChecker.Check(text);
            var (took, made) = (ThreadClock.Used - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
            best = (took < best.Time ? took : best.Time, Math.Min(made, best.Bytes));
        }

        return best;
    }
}
