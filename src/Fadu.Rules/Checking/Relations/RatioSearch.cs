using Fadu.Rules.Checking.Arithmetic;
using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Looks for a base that agrees, in the order in which bases were collected.
/// How many may be tried depends on the printed decimals: with one in thirty random bases agreeing with a whole percentage, agreement with a
/// distant number proves nothing; with two decimals it proves a great deal.
/// </summary>
internal static class RatioSearch
{
    public static RatioHit? Best(CheckContext context, List<Figure> paragraph, Figure rate, RateCue cue, IReadOnlyList<RatioNumerator> numerators)
    {
        RatioHit? best = null;
        var bestScore = int.MinValue;
        for (var n = 0; n < numerators.Count; n++)
        {
            var numerator = numerators[n];
            foreach (var candidate in RatioCandidates.Bases(context, paragraph, rate, numerator))
            {
                var reach = Reach(rate, numerator, n);
                if (candidate.Rank >= reach) continue;
                var agreement = Agreement(rate, numerator, candidate);
                if (agreement < RateAgreement.Inputs) continue;
                if (agreement == RateAgreement.Inputs && (n > 0 || candidate.Rank > 5)) continue;
                var score = (int)agreement * 10 - n * 4 - candidate.Rank + (numerator.Strong ? 12 : 0) - (numerator.Derived ? 8 : 0) + (IsNamed(cue, candidate) ? 15 : 0) + (cue.Kind == RateKind.Share && candidate.Figures.Count == 1 && numerator.Figures.Count == 1 && context.SumOf(numerator.Figures[0])?.Total == candidate.Figures[0] ? 12 : 0) + (candidate.Figures.Count > 1 ? -4 : 0);
                if (score <= bestScore) continue;
                bestScore = score;
                best = new(rate, numerator, candidate, agreement);
            }
        }
        return best;
    }

    public static RateAgreement Agreement(Figure rate, RatioNumerator numerator, RatioBase candidate)
    {
        if (candidate.Value <= 0) return RateAgreement.None;
        var part = numerator.Figures.Select(Interval.Of).Aggregate((a, b) => a + b);
        var whole = candidate.Figures.Select(Interval.Of).Aggregate((a, b) => a + b);
        return PrintedRate.Compare(rate, numerator.Value / candidate.Value * 100, PrintedRate.Scale(part / whole));
    }

    public static bool IsNamed(RateCue cue, RatioBase candidate) => cue.Base.Length >= 2 && candidate.Figures.Count == 1 && Names(cue.Base, candidate.Figures[0]);

    /// <summary>True when the label of a figure carries the words of a named base.</summary>
    public static bool Names(string name, Figure figure)
    {
        var label = figure.Before + figure.After;
        if (!name.Contains('不') && (label.Contains("不予" + name, StringComparison.Ordinal) || label.Contains("未" + name, StringComparison.Ordinal))) return false;
        if (label.Contains(name, StringComparison.Ordinal)) return true;
        if (Synonyms.FirstOrDefault(group => group.Any(word => name.Contains(word, StringComparison.Ordinal))) is { } synonyms) return synonyms.Any(word => label.Contains(word, StringComparison.Ordinal));
        return name.Length >= 4 && label.Contains(name[..2], StringComparison.Ordinal) && label.Contains(name[^2..], StringComparison.Ordinal);
    }

    /// <summary>True for 受理 and 收案, 审结 and 办结.</summary>
    public static bool Synonymous(string a, string b) => Synonyms.Any(group => group.Any(word => a.Contains(word, StringComparison.Ordinal)) && group.Any(word => b.Contains(word, StringComparison.Ordinal)));

    private static readonly string[][] Synonyms = [["结案", "审结", "办结"], ["受理", "收案", "新收", "收到", "收件"]];

    private static int Reach(Figure rate, RatioNumerator numerator, int order)
    {
        var reach = rate.Decimals switch { 0 => 7, 1 => 40, _ => 140 };
        if (rate.Approximation != Approximation.Exact || rate.Unit == "成") reach = 3;
        if (order > 0 && !numerator.Strong) reach = rate.Decimals switch { 0 => 3, 1 => 12, _ => 60 };
        return numerator.Derived ? Math.Min(reach, rate.Decimals switch { 0 => 2, 1 => 8, _ => 30 }) : reach;
    }
}
