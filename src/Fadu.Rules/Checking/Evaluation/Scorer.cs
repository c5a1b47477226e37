namespace Fadu.Rules.Checking.Evaluation;

/// <summary>One alarm with what the annotations say of it.</summary>
public sealed record JudgedAlarm(string File, CheckedRelation Alarm, string Judgement);

/// <summary>One annotation with what the checker made of it.</summary>
public sealed record JudgedAnnotation(Annotation Annotation, bool Recognised, bool Alarmed);

/// <summary>
/// Holds the checker's relations against annotations.
/// Deliberately strict: an alarm that touches a sound span and no wrong one is false even when it speaks of other numbers, and a sound
/// relation is recognised only when at least three quarters of its numbers are in one checked relation.
/// </summary>
public sealed class Scorer
{
    private readonly List<JudgedAlarm> alarms = [];
    private readonly List<JudgedAnnotation> annotations = [];

    /// <summary>Alarms in the order in which they were met.</summary>
    public IReadOnlyList<JudgedAlarm> Alarms => alarms;

    /// <summary>Annotations in the order in which they were met.</summary>
    public IReadOnlyList<JudgedAnnotation> Annotations => annotations;

    /// <summary>Characters of the texts scored.</summary>
    public int Characters { get; private set; }

    /// <summary>Figures of the texts scored.</summary>
    public int Figures { get; private set; }

    /// <summary>Figures that took part in a check.</summary>
    public int CheckedFigures { get; private set; }

    /// <summary>Scores one text.</summary>
    public void Add(string file, string text, CheckResult result, IReadOnlyList<Annotation> truth)
    {
        Characters += result.Characters;
        Figures += result.Figures.Count;
        CheckedFigures += result.CheckedFigures.Count();
        var placed = truth.Select(annotation => (Annotation: annotation, Start: Place(text, annotation))).Where(pair => pair.Start >= 0).ToList();
        foreach (var (annotation, start) in placed)
        {
            var end = start + annotation.Span.Length;
            var touching = result.Relations.Where(relation => relation.Start < end + 4 && relation.End > start - 4).ToList();
            annotations.Add(new(annotation,
                result.Relations.Any(relation => !relation.IsAlarm && relation.Verdict != Verdict.Note && Math.Abs(relation.Line - annotation.Line) <= 3 && Covers(relation, annotation)),
                touching.Any(relation => relation.IsAlarm)));
        }
        foreach (var alarm in result.Relations.Where(relation => relation.IsAlarm))
        {
            var touched = placed.Where(pair => pair.Start < alarm.End && pair.Start + pair.Annotation.Span.Length > alarm.Start).Select(pair => pair.Annotation).ToList();
            var judgement = touched.Any(annotation => annotation.IsError) ? "hit"
                : touched.Any(annotation => annotation.Kind == "typo" && annotation.Verdict == "inconsistent") ? "hit"
                : touched.Any(annotation => annotation.Severity == "ambiguous" || annotation.Verdict == "rounding-ok" || annotation.Severity == "format-artefact") ? "apart"
                : touched.Any(annotation => annotation.IsSound) ? "false" : "unannotated";
            alarms.Add(new(file, alarm, judgement));
        }
    }

    /// <summary>Offset of the annotated span, searched from its line on; −1 when it is not there.</summary>
    public static int Place(string text, Annotation annotation)
    {
        var offset = 0;
        for (var line = 1; line < annotation.Line && offset >= 0; line++)
        {
            var next = text.IndexOf('\n', offset);
            if (next < 0) break;
            offset = next + 1;
        }
        var start = text.IndexOf(annotation.Span, Math.Max(0, Math.Min(offset, text.Length)), StringComparison.Ordinal);
        return start >= 0 ? start : text.IndexOf(annotation.Span, StringComparison.Ordinal);
    }

    private static bool Covers(CheckedRelation relation, Annotation annotation)
    {
        if (annotation.Numbers.Count == 0) return false;
        var have = relation.Numbers.Select(Plain).ToList();
        var want = annotation.Numbers.Select(Plain).ToList();
        var found = 0;
        foreach (var number in want)
        {
            if (!have.Remove(number)) continue;
            found++;
        }
        return found * 4 >= want.Count * 3;
    }

    private static string Plain(string number)
    {
        var text = number.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('%', '%').TrimStart('>', '~', '<');
        return decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : text;
    }
}
