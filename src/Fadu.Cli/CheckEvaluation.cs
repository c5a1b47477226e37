using System.Text.Json;
using Fadu.Core.Checking;
using Fadu.Rules.Checking;
using Fadu.Rules.Checking.Evaluation;

namespace Fadu.Cli;

/// <summary>`fadu check --evaluate`: scores the checker on the annotated texts and prints what docs/checker-quality.md records.</summary>
internal static class CheckEvaluation
{
    public static int Run(string? folder)
    {
        if (folder is not null && File.Exists(folder)) { Mutate([folder]); return 0; }
        if (Find(folder) is not { } root)
        {
            Console.Error.WriteLine("找不到标注语料。请用 --data 指定文件夹，或设置环境变量 FADU_SHARED。");
            return 2;
        }
        foreach (var (name, directory) in new[] { ("nine", root), ("annotated", Path.Combine(root, "annotated")) })
        {
            var path = Path.Combine(directory, "annotations.jsonl");
            if (!File.Exists(path)) continue;
            var scorer = new Scorer();
            foreach (var group in Load(path).GroupBy(annotation => annotation.File))
            {
                var text = ReportReader.Read(Path.Combine(directory, group.Key)).Text;
                if (text is not null) scorer.Add(group.Key, text, ReportChecker.Check(text, CheckOptions.Default), group.ToList());
            }
            Print(name, scorer);
        }
        Quiet(Path.Combine(root, "provincial-2026"));
        Mutate([.. Directory.EnumerateFiles(root, "*.txt"), .. Directory.EnumerateFiles(Path.Combine(root, "annotated"), "*.txt")]);
        return 0;
    }

    private static string? Find(string? folder)
    {
        if (folder is not null) return Directory.Exists(folder) ? folder : null;
        var roots = new List<string>();
        if (Environment.GetEnvironmentVariable("FADU_SHARED") is { Length: > 0 } shared) roots.Add(shared);
        for (var directory = new DirectoryInfo(Environment.CurrentDirectory); directory is not null; directory = directory.Parent)
            roots.Add(Path.Combine(directory.FullName, "shared"));
        return roots.Select(root => Path.Combine(root, "reports")).FirstOrDefault(Directory.Exists);
    }

    private static IEnumerable<Annotation> Load(string path)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Trim().Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            var numbers = root.TryGetProperty("numbers", out var given) ? Strings(given).ToList() : [];
            yield return new(Text("file"), Text("span"), Text("kind"), Text("subkind"), numbers, Text("verdict"), Text("severity"), root.TryGetProperty("line", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : 1);
        }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Number => [element.GetRawText()],
        _ => [],
    };

    private static void Print(string name, Scorer scorer)
    {
        Console.WriteLine($"== {name}: {scorer.Characters} characters, figures {scorer.Figures}, checked {scorer.CheckedFigures} ({Share(scorer.CheckedFigures, scorer.Figures)})");
        foreach (var verdict in new[] { Verdict.Contradiction, Verdict.Doubtful })
        {
            var alarms = scorer.Alarms.Where(alarm => alarm.Alarm.Verdict == verdict).ToList();
            Console.WriteLine($"{verdict.ToName()}: {alarms.Count} alarms; hit {alarms.Count(a => a.Judgement == "hit")}, apart {alarms.Count(a => a.Judgement == "apart")}, false {alarms.Count(a => a.Judgement == "false")}, unannotated {alarms.Count(a => a.Judgement == "unannotated")}");
        }
        foreach (var severity in new[] { "material", "ulp" })
        {
            var errors = scorer.Annotations.Where(a => a.Annotation.IsError && a.Annotation.Severity == severity).ToList();
            Console.WriteLine($"recall of {severity} errors: {errors.Count(a => a.Alarmed)}/{errors.Count} ({Share(errors.Count(a => a.Alarmed), errors.Count)})");
            foreach (var missed in errors.Where(a => !a.Alarmed)) Console.WriteLine($"   missed {missed.Annotation.File}:{missed.Annotation.Line} {missed.Annotation.Kind} {missed.Annotation.Span}");
        }
        foreach (var group in scorer.Annotations.Where(a => a.Annotation.Verdict is "consistent" or "rounding-ok" && a.Annotation.Kind != "unrelated").GroupBy(a => a.Annotation.Kind + (a.Annotation.Subkind.Length > 0 ? "/" + a.Annotation.Subkind : "")).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"recognised {group.Key}: {group.Count(a => a.Recognised)}/{group.Count()} ({Share(group.Count(a => a.Recognised), group.Count())})");
            foreach (var missed in group.Where(a => !a.Recognised)) Console.WriteLine($"   missed {missed.Annotation.File}:{missed.Annotation.Line} {missed.Annotation.Span} [{string.Join(' ', missed.Annotation.Numbers)}]");
        }
        foreach (var alarm in scorer.Alarms) Console.WriteLine($"   {alarm.Judgement} {alarm.Alarm.Verdict.ToName()} {alarm.Alarm.Kind.ToName()} {alarm.File}:{alarm.Alarm.Line} {alarm.Alarm.Quote} — {alarm.Alarm.Says}");
    }

    private static void Quiet(string folder)
    {
        if (!Directory.Exists(folder)) return;
        var characters = 0;
        var alarms = new List<(string File, CheckedRelation Alarm)>();
        var relations = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = ReportReader.Read(file).Text!;
            var result = ReportChecker.Check(text);
            characters += text.Length;
            relations += result.Relations.Count(relation => !relation.IsFinding);
            alarms.AddRange(result.Relations.Where(relation => relation.IsAlarm).Select(alarm => (Path.GetFileNameWithoutExtension(file), alarm)));
        }
        Console.WriteLine($"== provincial: {characters} characters, {relations} relations consistent, {alarms.Count} alarms ({alarms.Count * 100000.0 / Math.Max(1, characters):0.00} per 100,000 characters)");
        foreach (var (file, alarm) in alarms) Console.WriteLine($"   {alarm.Verdict.ToName()} {alarm.Kind.ToName()} {file}:{alarm.Line} {alarm.Quote} — {alarm.Says}");
    }

    private static void Mutate(IReadOnlyList<string> files)
    {
        var mutations = files.Order(StringComparer.Ordinal).SelectMany(file => MutationTest.Run(ReportReader.Read(file).Text!, CheckOptions.Default)).ToList();
        Console.WriteLine($"== mutations: {mutations.Count(m => m.Caught)}/{mutations.Count} caught ({Share(mutations.Count(m => m.Caught), mutations.Count)})");
        foreach (var group in mutations.GroupBy(m => m.Kind.ToName() + "/" + m.Change).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"mutation {group.Key}: {group.Count(m => m.Caught)}/{group.Count()} ({Share(group.Count(m => m.Caught), group.Count())})");
            foreach (var missed in group.Where(m => !m.Caught).Take(40)) Console.WriteLine($"   missed {missed.Before}→{missed.After} {missed.Quote.Replace('\n', ' ')}");
        }
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : (part * 100.0 / whole).ToString("0.0") + "%";
}
