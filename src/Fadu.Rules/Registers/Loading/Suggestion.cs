namespace Fadu.Rules.Registers.Loading;

/// <summary>“Did you mean” for a wrong name.</summary>
internal static class Suggestion
{
    /// <summary>Advice that names the nearest candidate, or lists all where there are few.</summary>
    public static string For(string wrong, IEnumerable<string> candidates)
    {
        var names = candidates.Distinct().Order(StringComparer.Ordinal).ToList();
        var best = names.Select(n => (Name: n, Distance: Distance(wrong, n))).OrderBy(p => p.Distance).FirstOrDefault();
        if (best.Name is not null && best.Distance <= Math.Max(1, wrong.Length / 3))
        {
            return $"是否要写“{best.Name}”？";
        }

        if (wrong.Length >= 5 && names.Where(n => n.Contains(wrong) || (n.Length >= 5 && wrong.Contains(n))).ToList() is { Count: 1 } containing)
        {
            return $"是否要写“{containing[0]}”？";
        }

        return names.Count switch
        {
            0 => "",
            <= 30 => "可以写：" + string.Join("、", names),
            _ => $"可以写的共有 {names.Count} 个，如：" + string.Join("、", names.OrderBy(n => Distance(wrong, n)).Take(5)),
        };
    }

    /// <summary>Edit distance where swapping two neighbours counts as one.</summary>
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
