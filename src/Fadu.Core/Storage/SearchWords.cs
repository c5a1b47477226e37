using System.Text;

namespace Fadu.Core.Storage;

/// <summary>Chinese full text by pairs of characters: what is indexed, and how a word typed by a user is looked up.</summary>
/// <remarks>Chinese has no spaces, so every pair of neighbouring characters is a word; digits and letters stay together up to
/// their pairs as well, so that a part of a number is found. All letters are lower case, full width becomes half width.</remarks>
public static class SearchWords
{
    /// <summary>Longest text that is indexed, in characters.</summary>
    public const int LongestText = 20_000;

    /// <summary>The distinct pairs of some texts, separated by blanks.</summary>
    public static string Index(IEnumerable<string?> texts)
    {
        HashSet<string> pairs = new(StringComparer.Ordinal);
        var left = LongestText;
        foreach (var text in texts)
        {
            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            foreach (var run in Runs(text.Length > left ? text[..left] : text))
            {
                AddPairs(pairs, run);
            }

            left -= Math.Min(left, text.Length);
        }

        return string.Join(' ', pairs);
    }

    /// <summary>The pairs that a typed text must hold; empty where nothing can be looked up.</summary>
    public static IReadOnlyList<string> Pairs(string typed)
    {
        HashSet<string> pairs = new(StringComparer.Ordinal);
        foreach (var run in Runs(typed.Length > 100 ? typed[..100] : typed))
        {
            AddPairs(pairs, run);
        }

        return [.. pairs];
    }

    /// <summary>The query parameter of a database.</summary>
    public static string Query(Database database, IReadOnlyList<string> pairs) => database is SqliteDatabase
        ? string.Join(" AND ", pairs.Select(p => $"\"{p}\""))
        : string.Join(" & ", pairs.Select(p => $"'{p}'"));

    private static void AddPairs(HashSet<string> pairs, string run)
    {
        if (run.Length == 1)
        {
            pairs.Add(run);
        }

        for (var i = 0; i + 1 < run.Length; i++)
        {
            pairs.Add(run.Substring(i, 2));
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        var run = new StringBuilder();
        foreach (var c in text)
        {
            var plain = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (char.IsLetterOrDigit(plain))
            {
                run.Append(char.ToLowerInvariant(plain));
            }
            else if (run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
        }

        if (run.Length > 0)
        {
            yield return run.ToString();
        }
    }
}
