using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

public sealed class RelationTableTests
{
    private static readonly CheckOptions Options = new()
    {
        Statutes = [new("中华人民共和国行政复议法", new(2024, 1, 1)), new("旧登记条例", new(2000, 1, 1), new(2020, 1, 1)), new("中华人民共和国未来促进法", new(2026, 1, 1))],
    };

    public static TheoryData<string, string, string, string> Cases()
    {
        TheoryData<string, string, string, string> cases = [];
        foreach (var (kind, mark, name, text) in Rows) cases.Add(kind, mark, name, text);
        return cases;
    }

    private static IEnumerable<(string Kind, string Mark, string Name, string Text)> Rows => RelationCases.All.Split('\n').Select(line =>
    {
        var words = line.Split(' ', 3);
        var colon = words[2].IndexOf(": ", StringComparison.Ordinal);
        return (words[0], words[1], words[2][..colon], words[2][(colon + 2)..].Replace('⏎', '\n'));
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Relation_OfTheTable_IsJudgedAsMarked(string kind, string mark, string name, string text)
    {
        var relations = Checked.Text(text, Options).Relations;
        var alarms = relations.Where(relation => relation.IsAlarm).ToList();
        var own = relations.Where(relation => relation.Kind.ToName() == kind).ToList();
        var holds = own.Any(relation => relation.Verdict is Verdict.Consistent or Verdict.Rounding);
        var remarks = own.Any(relation => relation.Verdict is Verdict.Note or Verdict.Definition);
        var kept = mark switch
        {
            "✓" => holds && alarms.Count == 0,
            "✕" => own.Any(relation => relation.Verdict == Verdict.Contradiction),
            "？" => own.Any(relation => relation.IsAlarm),
            "i" => own.Any(relation => relation.Verdict == Verdict.Note) && alarms.Count == 0,
            "–" => alarms.Count == 0 && !remarks,
            "≠" => alarms.Count == 0 && !holds,
            _ => throw new ArgumentException($"Unknown mark {mark}."),
        };
        kept.ShouldBeTrue($"{kind} {mark} {name}: " + string.Join("；", relations.Select(relation => $"{relation.Kind.ToName()} {relation.Verdict.ToName()} {relation.Says}")));
    }

    public static TheoryData<string> SoundPassages() => Lines(RelationCases.Sound);

    public static TheoryData<string> FaultyPassages() => Lines(RelationCases.Faulty);

    [Theory]
    [MemberData(nameof(SoundPassages))]
    public void Passage_InWhichAllIsRight_RaisesNoAlarm(string text) => Checked.Alarms(text).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(FaultyPassages))]
    public void Passage_WithOneNumberChanged_RaisesAnAlarm(string text) => Checked.Alarms(text).ShouldNotBeEmpty();

    [Fact]
    public void Table_HasThreeSoundAndThreeFaultyTextsOfEveryKind()
    {
        foreach (var kind in Enum.GetValues<RelationKind>().Select(kind => kind.ToName()))
        {
            Rows.Count(row => row.Kind == kind && row.Mark is ("✓" or "–")).ShouldBeGreaterThanOrEqualTo(3, kind);
            Rows.Count(row => row.Kind == kind && row.Mark is ("✕" or "？" or "i" or "≠")).ShouldBeGreaterThanOrEqualTo(3, kind);
        }
    }

    private static TheoryData<string> Lines(string passages)
    {
        TheoryData<string> lines = [];
        foreach (var line in passages.Split('\n')) lines.Add(line);
        return lines;
    }
}
