using System.Diagnostics;
using System.Text;
using Fadu.Rules.Checking;

namespace Fadu.Bench;

/// <summary>
/// Speed and memory of the checker on one core: bytes of UTF-8 text per second, the time of a report of 30,000 characters, and what stays in
/// memory after many reports. Texts are read from a folder, or made from sentences of its own when none is given.
/// </summary>
internal static class CheckerBench
{
    private const string Passage = """
        全年共收到行政复议申请1286件，受理1104件，受理率为85.85%；审结1052件，其中维持612件，占58.2%；驳回118件，占11.2%；纠错96件，占9.1%；终止226件，占21.5%。
        坚持把学习贯彻习近平法治思想作为重要政治任务，把党的领导贯彻到法治政府建设全过程和各方面，各项法治工作规范化水平进一步提升，行政决策公信力和执行力不断增强。
        排查矛盾纠纷1520起，化解1488起，化解率97.9%。开展普法活动2300余场次，发放宣传资料15万余份，推动落实三项制度（公示制度、记录制度、审核制度）。
        完善重大行政决策程序，严格落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定等法定程序，全面推行行政执法公示、执法全过程记录、重大执法决定法制审核制度。

        """;

    public static int Run(string[] args)
    {
        var texts = args.Length > 0 ? Directory.EnumerateFiles(args[0], "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList() : [string.Concat(Enumerable.Repeat(Passage, 75))];
        foreach (var text in texts) ReportChecker.Check(text);
        foreach (var text in texts) ReportChecker.Check(text);
        var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        var rounds = (int)Math.Clamp(12_000_000 / bytes, 3, 400);
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
            foreach (var text in texts) ReportChecker.Check(text);
        watch.Stop();
        var after = GC.GetTotalMemory(true);
        Console.WriteLine($"texts {texts.Count}, {bytes:N0} bytes, {texts.Sum(text => text.Length):N0} characters, {rounds} rounds");
        Console.WriteLine($"throughput {bytes * rounds / watch.Elapsed.TotalSeconds / 1_000_000:0.00} MB/s");
        var report = string.Concat(Enumerable.Repeat(string.Concat(texts), 1 + 30_000 / Math.Max(1, texts.Sum(text => text.Length))))[..30_000];
        var one = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++) ReportChecker.Check(report);
        Console.WriteLine($"a report of 30,000 characters: {one.Elapsed.TotalMilliseconds / 10:0.0} ms");
        Console.WriteLine($"memory kept after all rounds: {(after - before) / 1024.0:0} KiB");
        return 0;
    }
}
