using System.Globalization;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Evaluation;

/// <summary>One planted error and whether it was caught.</summary>
/// <param name="Kind">Kind of the relation that was broken.</param>
/// <param name="Change">digit, swap, year or base.</param>
/// <param name="Caught">True when an alarm stands where none stood before.</param>
/// <param name="Before">The printed number.</param>
/// <param name="After">What was planted.</param>
/// <param name="Quote">The sound relation.</param>
public sealed record Mutation(RelationKind Kind, string Change, bool Caught, string Before, string After, string Quote);

/// <summary>
/// Breaks relations that hold and asks whether the checker sees it.
/// Every change is a function of the relation's place, so that a run can be repeated; a change that leaves the relation true at its printed
/// precision is not planted.
/// </summary>
public static class MutationTest
{
    /// <summary>Plants errors in a text, at most <paramref name="limit"/> relations.</summary>
    public static IEnumerable<Mutation> Run(string text, CheckOptions options, int limit = int.MaxValue)
    {
        var sound = ReportChecker.Check(text, options);
        var figures = sound.Figures.ToDictionary(figure => figure.Id);
        var relations = sound.Relations.Where(relation => relation.Verdict == Verdict.Consistent).Take(limit).ToList();
        foreach (var relation in relations)
        {
            var mine = relation.FigureIds.Where(figures.ContainsKey).Select(id => figures[id]).DistinctBy(figure => figure.Id).ToList();
            foreach (var (change, figure, planted) in Changes(relation, mine))
            {
                var broken = text[..figure.Start] + planted + text[(figure.Start + figure.Numeral.Length)..];
                var result = ReportChecker.Check(broken, options);
                var shift = planted.Length - figure.Numeral.Length;
                var caught = result.Relations.Where(r => r.IsAlarm).Any(alarm => Touches(alarm, relation, result, figure.Start) && !sound.Relations.Any(r => r.IsAlarm && r.Quote == alarm.Quote && Math.Abs(r.Start - alarm.Start) <= Math.Abs(shift)));
                yield return new(relation.Kind, change, caught, figure.Numeral, planted, relation.Quote);
            }
        }
    }

    private static bool Touches(CheckedRelation alarm, CheckedRelation relation, CheckResult result, int at) =>
        (alarm.Start < relation.End + 4 && alarm.End > relation.Start - 4) || alarm.FigureIds.Any(id => result.Figures.Any(figure => figure.Id == id && figure.Start == at));

    private static IEnumerable<(string Change, Figure Figure, string Planted)> Changes(CheckedRelation relation, List<Figure> figures)
    {
        var seed = (uint)(relation.Start * 2654435761u + relation.End);
        if (relation.Kind is RelationKind.Sum or RelationKind.Table or RelationKind.Difference or RelationKind.Flow)
        {
            var candidates = figures.Where(figure => figure.Value > 0).ToList();
            if (candidates.Count == 0) yield break;
            var figure = candidates[(int)(seed % (uint)candidates.Count)];
            yield return ("digit", figure, Digit(figure.Numeral, seed >> 3));
            if (relation.Kind == RelationKind.Sum && Swapped(figures[0].Numeral) is { } swapped) yield return ("swap", figures[0], swapped);
        }
        else if (relation.Kind is RelationKind.Ratio or RelationKind.Growth)
        {
            var rate = figures.FirstOrDefault(figure => figure.Group == UnitGroup.Percent);
            if (rate is null) yield break;
            yield return ("digit", rate, Digit(rate.Numeral, seed >> 3));
            if (Swapped(rate.Numeral) is { } swapped) yield return ("swap", rate, swapped);
            if (relation.Kind == RelationKind.Ratio && figures.Count >= 3)
            {
                var (part, whole) = (figures[1], figures[2]);
                var wrong = part.Value / (whole.Value * 1.13m) * 100;
                if (wrong > 0) yield return ("base", rate, Math.Round(wrong, rate.Decimals, MidpointRounding.AwayFromZero).ToString("F" + rate.Decimals, CultureInfo.InvariantCulture));
            }
        }
    }

    private static string Digit(string numeral, uint seed)
    {
        var places = Enumerable.Range(0, numeral.Length).Where(i => char.IsAsciiDigit(numeral[i])).ToList();
        var place = places[(int)(seed % (uint)places.Count)];
        var digit = numeral[place] - '0';
        var other = (digit + 1 + (int)(seed / 7 % 9)) % 10;
        if (other == digit) other = (digit + 1) % 10;
        if (place == 0 && other == 0 && places.Count > 1) other = digit == 9 ? 8 : digit + 1;
        return numeral[..place] + (char)('0' + other) + numeral[(place + 1)..];
    }

    private static string? Swapped(string numeral)
    {
        for (var i = 0; i + 1 < numeral.Length; i++)
            if (char.IsAsciiDigit(numeral[i]) && char.IsAsciiDigit(numeral[i + 1]) && numeral[i] != numeral[i + 1] && !(i == 0 && numeral[1] == '0'))
                return numeral[..i] + numeral[i + 1] + numeral[i] + numeral[(i + 2)..];
        return null;
    }
}
