using Fadu.Rules.Checking;

namespace Fadu.Rules.Tests.Checking;

/// <summary>Short ways to ask what the checker says of a text.</summary>
internal static class Checked
{
    public static CheckResult Text(string text, CheckOptions? options = null)
    {
        var result = ReportChecker.Check(text, options);
        foreach (var relation in result.Relations)
        {
            text[relation.Start..relation.End].ShouldBe(relation.Quote);
            relation.Says.ShouldNotBeNullOrWhiteSpace();
        }
        return result;
    }

    public static IReadOnlyList<CheckedRelation> Alarms(string text) => Text(text).Relations.Where(relation => relation.IsAlarm).ToList();

    /// <summary>True when a relation that holds has all of the numbers.</summary>
    public static bool Recognises(string text, string numbers)
    {
        var wanted = numbers.Split(' ');
        return Text(text).Relations.Any(relation => relation.Verdict is Verdict.Consistent or Verdict.Rounding && wanted.All(relation.Numbers.Contains));
    }
}
