namespace Fadu.Rules.Expressions.Binding;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Similar
{
    /// <summary>“是不是…？”, or nothing where no name is near.</summary>
    public static string Hint(string written, IEnumerable<string> names) =>
        Nearest(written, names) is { } name ? $"是不是“{name}”？" : "";

    public static string? Nearest(string written, IEnumerable<string> names) => names
        .Select(n => (Name: n, Distance: Distance(written, n)))
        .Where(n => n.Distance <= (written.Length + 1) / 3 || (written.Length >= 4 && n.Name.Contains(written, StringComparison.Ordinal)))
        .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
        .Select(n => n.Name).FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
