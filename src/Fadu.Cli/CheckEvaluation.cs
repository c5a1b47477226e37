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
            CheckScores.Print(name, scorer);
        }
        CheckScores.Quiet(Path.Combine(root, "provincial-2026"));
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

    private static void Mutate(IReadOnlyList<string> files)
    {
        var mutations = files.Order(StringComparer.Ordinal).SelectMany(file => MutationTest.Run(ReportReader.Read(file).Text!, CheckOptions.Default)).ToList();
        Console.WriteLine($"== mutations: {mutations.Count(m => m.Caught)}/{mutations.Count} caught ({CheckScores.Share(mutations.Count(m => m.Caught), mutations.Count)})");
        foreach (var group in mutations.GroupBy(m => m.Kind.ToName() + "/" + m.Change).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"mutation {group.Key}: {group.Count(m => m.Caught)}/{group.Count()} ({CheckScores.Share(group.Count(m => m.Caught), group.Count())})");
            foreach (var missed in group.Where(m => !m.Caught).Take(40)) Console.WriteLine($"   missed {missed.Before}→{missed.After} {missed.Quote.Replace('\n', ' ')}");
        }
    }

}
