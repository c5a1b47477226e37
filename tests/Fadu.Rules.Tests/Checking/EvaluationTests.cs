using System.Text.Json;
using Fadu.Rules.Checking;
using Fadu.Rules.Checking.Evaluation;

namespace Fadu.Rules.Tests.Checking;

/// <summary>Holds the checker to its targets on the annotated texts, which lie beside the repository and are not part of it.</summary>
public sealed class EvaluationTests
{
    [AnnotatedFact]
    public void Annotated_Texts_MeetTheTargets()
    {
        var scorer = new Scorer();
        foreach (var folder in new[] { AnnotatedFact.Folder!, Path.Combine(AnnotatedFact.Folder!, "annotated") }) Score(folder, scorer);
        var contradictions = scorer.Alarms.Where(alarm => alarm.Alarm.Verdict == Verdict.Contradiction && alarm.Judgement != "apart").ToList();
        contradictions.Where(alarm => alarm.Judgement == "false").ShouldBeEmpty();
        contradictions.Count(alarm => alarm.Judgement == "hit").ShouldBeGreaterThanOrEqualTo((int)Math.Ceiling(contradictions.Count * 0.95));
        Rate(scorer, a => a.Annotation.IsError, a => a.Alarmed).ShouldBeGreaterThanOrEqualTo(0.85);
        Rate(scorer, a => Sound(a, "sum") && a.Annotation.Subkind.StartsWith("table", StringComparison.Ordinal), a => a.Recognised).ShouldBeGreaterThanOrEqualTo(0.95);
        Rate(scorer, a => Sound(a, "sum") && a.Annotation.Subkind.Length == 0, a => a.Recognised).ShouldBeGreaterThanOrEqualTo(0.8);
        Rate(scorer, a => Sound(a, "ratio"), a => a.Recognised).ShouldBeGreaterThanOrEqualTo(0.6);
    }

    [AnnotatedFact]
    public void Provincial_Texts_RaiseAtMostOneAlarmPerHundredThousandCharacters()
    {
        var characters = 0;
        var alarms = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AnnotatedFact.Folder!, "provincial-2026"), "*.txt"))
        {
            var result = ReportChecker.Check(File.ReadAllText(file));
            characters += result.Characters;
            alarms += result.Relations.Count(relation => relation.IsAlarm);
        }
        alarms.ShouldBeLessThanOrEqualTo(characters / 100_000);
    }

    private static bool Sound(JudgedAnnotation annotation, string kind) => annotation.Annotation.Kind == kind && annotation.Annotation.Verdict is "consistent" or "rounding-ok" && annotation.Annotation.Kind == kind;

    private static double Rate(Scorer scorer, Func<JudgedAnnotation, bool> among, Func<JudgedAnnotation, bool> counted)
    {
        var all = scorer.Annotations.Where(among).ToList();
        return all.Count == 0 ? 1 : all.Count(counted) / (double)all.Count;
    }

    private static void Score(string folder, Scorer scorer)
    {
        var annotations = File.ReadLines(Path.Combine(folder, "annotations.jsonl")).Where(line => line.Trim().Length > 0).Select(Parse);
        foreach (var group in annotations.GroupBy(annotation => annotation.File))
        {
            var text = File.ReadAllText(Path.Combine(folder, group.Key));
            scorer.Add(group.Key, text, ReportChecker.Check(text), group.ToList());
        }
    }

    private static Annotation Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        string Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return new(Text("file"), Text("span"), Text("kind"), Text("subkind"), root.TryGetProperty("numbers", out var numbers) ? Strings(numbers).ToList() : [], Text("verdict"), Text("severity"), root.TryGetProperty("line", out var at) ? at.GetInt32() : 1);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Number => [element.GetRawText()],
        _ => [],
    };
}

/// <summary>A test over the annotated texts; where they are not there it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnnotatedFactAttribute : FactAttribute
{
    public AnnotatedFactAttribute()
    {
        if (AnnotatedFact.Folder is null) Skip = "标注语料 shared/reports 不在本机（可用环境变量 FADU_SHARED 指定），本项跳过。";
    }
}

internal static class AnnotatedFact
{
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var roots = new List<string>();
        if (Environment.GetEnvironmentVariable("FADU_SHARED") is { Length: > 0 } shared) roots.Add(shared);
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent) roots.Add(Path.Combine(directory.FullName, "shared"));
        return roots.Select(root => Path.Combine(root, "reports")).FirstOrDefault(Directory.Exists);
    }
}
