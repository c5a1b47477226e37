using System.Globalization;

namespace Fadu.Rules.Checking.Arithmetic;

/// <summary>
/// Looks for the one changed digit that would make a number right.
/// A sum that one digit repairs is far likelier a slip of the pen than a list that was never meant to be complete.
/// </summary>
internal static class DigitRepair
{
    /// <summary>True when <paramref name="printed"/> becomes <paramref name="wanted"/> by changing one digit, by swapping two neighbours, or by adding or losing one digit.</summary>
    public static bool Repairs(decimal printed, decimal wanted)
    {
        if (printed == wanted || wanted < 0 || decimal.Truncate(wanted) != wanted || decimal.Truncate(printed) != printed) return false;
        var a = printed.ToString("0", CultureInfo.InvariantCulture);
        var b = wanted.ToString("0", CultureInfo.InvariantCulture);
        if (a.Length == b.Length)
        {
            var differing = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList();
            return differing.Count == 1
                || (differing.Count == 2 && differing[1] == differing[0] + 1 && a[differing[0]] == b[differing[1]] && a[differing[1]] == b[differing[0]]);
        }
        return Math.Abs(a.Length - b.Length) == 1 && Math.Min(a.Length, b.Length) >= 2 && Dropped(a.Length > b.Length ? a : b, a.Length > b.Length ? b : a);
    }

    /// <summary>True when <paramref name="printed"/> becomes <paramref name="wanted"/> by changing one digit or swapping two neighbours.</summary>
    public static bool Replaces(decimal printed, decimal wanted) =>
        printed.ToString("0", CultureInfo.InvariantCulture).Length == wanted.ToString("0", CultureInfo.InvariantCulture).Length && Repairs(printed, wanted);

    /// <summary>Every part or total that one digit repairs, as (index, wanted value); index −1 is the total.</summary>
    public static IReadOnlyList<(int Index, decimal Wanted)> Sum(decimal total, IReadOnlyList<decimal> parts)
    {
        var difference = total - parts.Sum();
        var repairs = new List<(int Index, decimal Wanted)>();
        if (Repairs(total, total - difference)) repairs.Add((-1, total - difference));
        for (var i = 0; i < parts.Count; i++)
            if (Repairs(parts[i], parts[i] + difference)) repairs.Add((i, parts[i] + difference));
        return repairs;
    }

    private static bool Dropped(string longer, string shorter)
    {
        for (var i = 0; i < longer.Length; i++)
            if (longer.Remove(i, 1) == shorter) return true;
        return false;
    }
}
