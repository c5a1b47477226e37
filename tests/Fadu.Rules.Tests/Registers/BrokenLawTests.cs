using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Tests.Registers;

/// <summary>Each file in Broken/ is a file of the small law with one thing wrong; its head says which words the error must hold, and where.</summary>
public sealed class BrokenLawTests
{
    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Path.Combine(SmallLaw.Folder, "Broken"), "*.yaml").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void BrokenFile_Loaded_IsNamedWithPlaceAndAdvice(string name)
    {
        var text = File.ReadAllText(Path.Combine(SmallLaw.Folder, "Broken", name + ".yaml"));
        var (path, words, line) = (Head(text, "文件"), Head(text, "应报").Split(" | "), Head(text, "行"));

        var result = SmallLaw.Load(new LawFile(path, text));

        result.Ok.ShouldBeFalse();
        result.Errors.ShouldContain(
            e => e.File == path && (line.Length == 0 || e.Line == int.Parse(line)) && words.All(w => e.ToString().Contains(w)),
            $"{path}:{line} 应当报出“{string.Join("”“", words)}”，实际：\n{string.Join('\n', result.Errors)}");
    }

    [Fact]
    public void SmallLaw_Loaded_HasNoError() => SmallLaw.Load().Errors.ShouldBeEmpty();

    [Fact]
    public void SeveralErrors_Loaded_AreAllNamed()
    {
        var path = "registers/disputes/remedy/2024-01-01.yaml";
        var text = SmallLaw.Files.Single(f => f.Path == path).Text.Replace("by: head", "by: boss").Replace("type: text", "type: words").Replace("closes: concluded", "closes: done");

        var errors = SmallLaw.Load(new LawFile(path, text)).Errors;

        string.Join(" ", errors.Select(e => e.Line)).ShouldBe("6 9 11");
    }

    [Fact]
    public void HugeFile_Loaded_IsRefused()
    {
        var file = new LawFile("codes/huge.yaml", "title: 大\ncodes:\n" + new string('#', 600_000));

        SmallLaw.Load(file).Errors.ShouldContain(e => e.File == file.Path && e.Message.Contains("文件过大"));
    }

    [Fact]
    public void DeepNesting_Loaded_IsRefused()
    {
        var file = new LawFile("codes/deep.yaml", "title: " + new string('[', 100) + new string(']', 100));

        SmallLaw.Load(file).Errors.ShouldContain(e => e.File == file.Path && e.Message.Contains("嵌套"));
    }

    [Fact]
    public void UnknownOverlay_Chosen_IsRefused() =>
        SmallLaw.Load(["coat"], []).Errors.ShouldContain(e => e.Message.Contains("没有地区“coat”") && e.Advice.Contains("coast"));

    private static string Head(string text, string word) =>
        text.Split('\n').TakeWhile(l => l.StartsWith('#')).FirstOrDefault(l => l.StartsWith($"# {word}: "))?[(word.Length + 4)..].Trim() ?? "";
}
