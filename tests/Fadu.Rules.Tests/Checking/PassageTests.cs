using System.Globalization;
using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

/// <summary>
/// Whole passages of our own in the manner of published reports (Passages/*.txt): each with the relations that hold in it and with errors that may be planted.
/// corrected.txt speaks as published texts do that earlier rules accused wrongly.
/// `=== name`, the text, `---`, then one line per relation (`kind numbers`) or planted error (`fault old => new | kind`).
/// </summary>
public sealed class PassageTests
{
    [Theory]
    [InlineData("first.txt")]
    [InlineData("second.txt")]
    [InlineData("third.txt")]
    [InlineData("fourth.txt")]
    [InlineData("fifth.txt")]
    [InlineData("sixth.txt")]
    [InlineData("corrected.txt")]
    public void Passage_ThatIsSound_IsNotAccused(string file)
    {
        foreach (var passage in Passage.Read(file))
            ReportChecker.Check(passage.Text).Relations.Where(relation => relation.IsAlarm).Select(relation => $"{passage.Name}：{relation.Quote}：{relation.Says}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("first.txt", 96)]
    [InlineData("second.txt", 93)]
    [InlineData("third.txt", 95)]
    [InlineData("fourth.txt", 98)]
    [InlineData("fifth.txt", 97)]
    [InlineData("sixth.txt", 97)]
    [InlineData("corrected.txt", 100)]
    public void Relations_OfSoundPassages_AreRecognised(string file, int percent)
    {
        var wanted = Passage.Read(file).SelectMany(passage => passage.Relations.Select(numbers => (passage, numbers))).ToList();
        var missed = wanted.Where(pair => !pair.passage.Recognises(pair.numbers)).Select(pair => $"{pair.passage.Name}：{string.Join(' ', pair.numbers)}").ToList();
        (100 * (wanted.Count - missed.Count) / wanted.Count).ShouldBeGreaterThanOrEqualTo(percent, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("first.txt", 91)]
    [InlineData("second.txt", 91)]
    [InlineData("third.txt", 90)]
    [InlineData("fourth.txt", 97)]
    [InlineData("fifth.txt", 93)]
    [InlineData("sixth.txt", 90)]
    [InlineData("corrected.txt", 100)]
    public void Errors_PlantedInPassages_AreCaught(string file, int percent)
    {
        var planted = Passage.Read(file).SelectMany(passage => passage.Faults.Select(fault => (passage, fault))).ToList();
        var missed = planted.Where(pair => !pair.passage.Catches(pair.fault)).Select(pair => $"{pair.passage.Name}：{pair.fault.Old} => {pair.fault.New}").ToList();
        (100 * (planted.Count - missed.Count) / planted.Count).ShouldBeGreaterThanOrEqualTo(percent, string.Join('\n', missed));
    }

    [Fact]
    public void Sentence_OfOverlapsStagesAndOtherPopulations_IsNeverAContradiction()
    {
        foreach (var line in Passage.Lines("sound.txt"))
            ReportChecker.Check(line).Relations.Where(relation => relation.Verdict == Verdict.Contradiction).Select(relation => relation.Says).ShouldBeEmpty(line);
    }

    private sealed record Passage(string Name, string Text, List<List<string>> Relations, List<(string Old, string New)> Faults)
    {
        public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Checking", "Passages", file));

        public static List<Passage> Read(string file)
        {
            var passages = new List<Passage>();
            foreach (var block in string.Join('\n', Lines(file)).Split("=== ", StringSplitOptions.RemoveEmptyEntries))
            {
                var split = block.IndexOf("\n---\n", StringComparison.Ordinal);
                var head = block.IndexOf('\n');
                var passage = new Passage(block[..head].Trim(), block[(head + 1)..split], [], []);
                foreach (var line in block[(split + 5)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)) passage.Note(line);
                passages.Add(passage);
            }

            return passages;
        }

        public bool Recognises(List<string> numbers)
        {
            var wanted = numbers.Distinct().ToList();
            var needed = wanted.Count < 4 ? wanted.Count : ((wanted.Count * 3) + 3) / 4;
            return ReportChecker.Check(Text).Relations.Any(relation => relation.Numbers.Select(Plain).Intersect(wanted).Count() >= needed);
        }

        public bool Catches((string Old, string New) fault)
        {
            var before = ReportChecker.Check(Text).Relations.Where(relation => relation.IsAlarm).Select(relation => relation.Says).ToHashSet();
            return ReportChecker.Check(Text.Replace(fault.Old, fault.New, StringComparison.Ordinal)).Relations.Any(relation => relation.IsAlarm && !before.Contains(relation.Says));
        }

        private void Note(string line)
        {
            if (line.StartsWith("fault ", StringComparison.Ordinal))
            {
                var arrow = line.IndexOf(" => ", StringComparison.Ordinal);
                Faults.Add((line[6..arrow], line[(arrow + 4)..line.LastIndexOf(" | ", StringComparison.Ordinal)]));
                return;
            }

            var words = line.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);
            if (words[0] != "enumeration") Relations.Add(words.Skip(1).Select(Plain).Where(number => !(words[0] == "sum" && number == "100")).ToList());
        }

        private static string Plain(string number) => decimal.TryParse(number.Replace(" ", "", StringComparison.Ordinal).TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value.ToString("0.######", CultureInfo.InvariantCulture) : number;
    }
}
