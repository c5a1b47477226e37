using System.Text.RegularExpressions;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Laws cited in book-title marks against the statutes that are known: repealed before the year of the report, or in force only after it.
/// A report may speak of an old law on purpose, so this is a note. Without known statutes nothing is said.
/// </summary>
internal static partial class CitationRelation
{
    private const string State = "中华人民共和国";

    public static void Check(CheckContext context)
    {
        if (context.Options.Statutes.Count == 0 || YearRelation.Title(context) is not { } title) return;
        var first = new DateOnly((int)title.Value, 1, 1);
        var last = new DateOnly((int)title.Value, 12, 31);
        var byTitle = context.Options.Statutes.GroupBy(statute => Short(statute.Title)).ToDictionary(group => group.Key, group => group.OrderBy(statute => statute.InForceOn).ToList());
        foreach (var match in Titles().Matches(context.Text).DistinctBy(match => match.Groups[1].Value))
        {
            if (!byTitle.TryGetValue(Short(match.Groups[1].Value), out var versions)) continue;
            var latest = versions[^1];
            var (verdict, says) = versions.All(version => version.RepealedOn is { } repealed && repealed <= first)
                ? (Verdict.Note, $"《{latest.Title}》自{latest.RepealedOn:yyyy年M月d日}起不再施行，报告年度为{title.Value:0}年，请核对引用。")
                : versions.All(version => version.InForceOn > last)
                ? (Verdict.Note, $"《{latest.Title}》自{versions[0].InForceOn:yyyy年M月d日}起施行，晚于报告年度{title.Value:0}年，请核对引用。")
                : (Verdict.Consistent, $"《{latest.Title}》自{versions.Last(version => version.InForceOn <= last).InForceOn:yyyy年M月d日}起施行{(latest.Number is { Length: > 0 } number ? $"（{number}）" : "")}。");
            context.Add(RelationKind.Citation, verdict, match.Index, match.Index + match.Length, [], says);
        }
    }

    private static string Short(string title) => title.StartsWith(State, StringComparison.Ordinal) ? title[State.Length..] : title;

    [GeneratedRegex("《([^《》]{2,40}(?:法|条例|规定|办法|规则|决定|细则))》")]
    private static partial Regex Titles();
}
