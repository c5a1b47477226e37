using Fadu.Core.Checking;
using Fadu.Rules.Checking;
using Fadu.Rules.Checking.Evaluation;

namespace Fadu.Cli;

/// <summary>Prints the scores of `fadu check --evaluate`: per kind precision, recall, false alarms per 100,000 characters; and coverage.</summary>
internal static class CheckScores
{
    public static void Print(string name, Scorer scorer)
    {
        Console.WriteLine($"== {name}: {scorer.Characters} characters; coverage {scorer.CheckedFigures}/{scorer.Figures} figures ({Share(scorer.CheckedFigures, scorer.Figures)})");
        foreach (var verdict in new[] { Verdict.Contradiction, Verdict.Doubtful }) Alarms(scorer, verdict);
        foreach (var group in scorer.Alarms.GroupBy(alarm => alarm.Alarm.Kind.ToName()).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var hits = group.Count(alarm => alarm.Judgement == "hit");
            var wrong = group.Count(alarm => alarm.Judgement is "false" or "unannotated");
            Console.WriteLine($"alarms {group.Key}: precision {hits}/{hits + wrong} ({Share(hits, hits + wrong)}), false alarms {wrong * 100_000.0 / scorer.Characters:0.00} per 100,000 characters");
        }
        foreach (var group in scorer.Annotations.Where(judged => judged.Annotation.IsError).GroupBy(judged => judged.Annotation.Severity + " " + judged.Annotation.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"recall {group.Key}: {group.Count(judged => judged.Alarmed)}/{group.Count()} ({Share(group.Count(judged => judged.Alarmed), group.Count())})");
            foreach (var missed in group.Where(judged => !judged.Alarmed)) Console.WriteLine($"   missed {missed.Annotation.File}:{missed.Annotation.Line} {missed.Annotation.Span}");
        }
        var sound = scorer.Annotations.Where(judged => judged.Annotation.Verdict is "consistent" or "rounding-ok" && judged.Annotation.Kind != "unrelated");
        foreach (var group in sound.GroupBy(judged => judged.Annotation.Kind + (judged.Annotation.Subkind.Length > 0 ? "/" + judged.Annotation.Subkind : "")).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"recognised {group.Key}: {group.Count(judged => judged.Recognised)}/{group.Count()} ({Share(group.Count(judged => judged.Recognised), group.Count())})");
            foreach (var missed in group.Where(judged => !judged.Recognised)) Console.WriteLine($"   missed {missed.Annotation.File}:{missed.Annotation.Line} {missed.Annotation.Span} [{string.Join(' ', missed.Annotation.Numbers)}]");
        }
        foreach (var alarm in scorer.Alarms) Console.WriteLine($"   {alarm.Judgement} {alarm.Alarm.Verdict.ToName()} {alarm.Alarm.Kind.ToName()} {alarm.File}:{alarm.Alarm.Line} {alarm.Alarm.Quote} — {alarm.Alarm.Says}");
    }

    /// <summary>Texts without annotations, where an alarm is nearly always a false one: every alarm is printed to be read.</summary>
    public static void Quiet(string folder)
    {
        if (!Directory.Exists(folder)) return;
        var characters = 0;
        var relations = 0;
        var alarms = new List<(string File, CheckedRelation Alarm)>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = ReportReader.Read(file).Text!;
            var result = ReportChecker.Check(text);
            characters += text.Length;
            relations += result.Relations.Count(relation => !relation.IsFinding);
            alarms.AddRange(result.Relations.Where(relation => relation.IsAlarm).Select(alarm => (Path.GetFileNameWithoutExtension(file), alarm)));
        }
        Console.WriteLine($"== without annotations: {characters} characters, {relations} relations consistent, {alarms.Count} alarms ({alarms.Count * 100_000.0 / Math.Max(1, characters):0.00} per 100,000 characters)");
        foreach (var (file, alarm) in alarms) Console.WriteLine($"   {alarm.Verdict.ToName()} {alarm.Kind.ToName()} {file}:{alarm.Line} {alarm.Quote} — {alarm.Says}");
    }

    public static string Share(int part, int whole) => whole == 0 ? "–" : (part * 100.0 / whole).ToString("0.0") + "%";

    private static void Alarms(Scorer scorer, Verdict verdict)
    {
        var alarms = scorer.Alarms.Where(alarm => alarm.Alarm.Verdict == verdict).ToList();
        int Count(string judgement) => alarms.Count(alarm => alarm.Judgement == judgement);
        Console.WriteLine($"{verdict.ToName()}: {alarms.Count} alarms; hit {Count("hit")}, false {Count("false")}, unannotated {Count("unannotated")}, scored apart {Count("apart")}");
    }
}
