using System.Buffers;
using System.Text;

namespace Fadu.Core.Storage;

/// <summary>Chinese full text by pairs of characters: what is indexed, and how a word typed by a user is looked up.</summary>
/// <remarks>Chinese has no spaces, so every pair of neighbouring characters is a word; digits and letters stay together up to
/// their pairs as well, so that a part of a number is found. All letters are lower case, full width becomes half width.</remarks>
public static class SearchWords
{
    /// <summary>Longest text that is indexed, in characters.</summary>
    public const int LongestText = 20_000;

    [ThreadStatic] private static HashSet<uint>? sharedSeen;
    [ThreadStatic] private static StringBuilder? sharedPairs;

    /// <summary>The distinct pairs of some texts, separated by blanks.</summary>
    public static string Index(IEnumerable<string?> texts)
    {
        var seen = sharedSeen ??= [];
        var pairs = sharedPairs ??= new(1024);
        seen.Clear();
        pairs.Clear();
        var left = LongestText;
        foreach (var text in texts)
        {
            if (string.IsNullOrEmpty(text))
            {
                continue;
            }

            AddPairs(seen, pairs, text.AsSpan(0, Math.Min(text.Length, left)));
            left -= Math.Min(left, text.Length);
        }

        return pairs.ToString();
    }

    /// <summary>Adds the pairs of each run of letters and digits; a run of one character stands for itself.</summary>
    private static void AddPairs(HashSet<uint> seen, StringBuilder pairs, ReadOnlySpan<char> text)
    {
        char before = '\0', last = '\0';
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? Plain(text[i]) : '\0';
            if (c != '\0' && last != '\0')
            {
                Add(seen, pairs, last, c);
            }
            else if (c == '\0' && last != '\0' && before == '\0')
            {
                Add(seen, pairs, last, '\0');
            }

            (before, last) = (last, c);
        }
    }

    private static void Add(HashSet<uint> seen, StringBuilder pairs, char first, char second)
    {
        if (!seen.Add(((uint)first << 16) | second))
        {
            return;
        }

        if (pairs.Length > 0)
        {
            pairs.Append(' ');
        }

        pairs.Append(first);
        if (second != '\0')
        {
            pairs.Append(second);
        }
    }

    /// <summary>The pairs that a typed text must hold; empty where nothing can be looked up.</summary>
    public static IReadOnlyList<string> Pairs(string typed, int most = 100) => Index([typed.Length > most ? typed[..most] : typed]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a text holds all pairs: what the index would say of it.</summary>
    public static bool Hold(string text, IReadOnlyList<string> pairs)
    {
        var plain = ArrayPool<char>.Shared.Rent(text.Length + 2);
        try
        {
            var used = 0;
            plain[used++] = '\0';
            foreach (var c in text)
            {
                plain[used++] = Plain(c);
            }

            plain[used++] = '\0';
            var span = plain.AsSpan(0, used);
            foreach (var pair in pairs)
            {
                // One character alone is a word only where neither neighbour is a letter or a digit.
                if (pair.Length == 1 ? span.IndexOf(['\0', pair[0], '\0']) < 0 : span.IndexOf(pair) < 0)
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(plain);
        }
    }

    /// <summary>Whether a pair is of Chinese characters, which have neither capitals nor a half width: a text holds it as it stands or not at all.</summary>
    public static bool IsWrittenInOneWay(string pair) => pair.Length == 2 && pair.All(c => c is >= '\u3400' and <= '\u9FFF');

    /// <summary>The query parameter of a database: all pairs, and one of each group of marks.</summary>
    public static string Query(Database database, IReadOnlyList<string> pairs, params IEnumerable<IReadOnlyList<string>> marks)
    {
        var (quote, and, or) = database is SqliteDatabase ? ('"', " AND ", " OR ") : ('\'', " & ", " | ");
        return string.Join(and, pairs.Select(p => $"{quote}{p}{quote}").Concat(marks.Where(g => g.Count > 0).Select(g => $"({string.Join(or, g.Select(m => $"{quote}{m}{quote}"))})")));
    }

    /// <summary>Lower case and half width; 0 for what is no letter and no digit.</summary>
    private static char Plain(char c)
    {
        var plain = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
        return char.IsLetterOrDigit(plain) ? char.ToLowerInvariant(plain) : '\0';
    }
}
