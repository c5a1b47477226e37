using System.Globalization;

namespace Fadu.Web.Workspace.Measures;

/// <summary>A small line without axes, drawn on the server.</summary>
public static class Sparkline
{
    private const double Width = 120;
    private const double Height = 26;
    private const double Edge = 2;

    /// <summary>Points of its polylines; a missing value leaves a gap.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<decimal?> values)
    {
        var most = values.Max() is { } max && max > 0 ? (double)max : 1;
        List<string> lines = [];
        List<string> points = [];
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                var x = values.Count == 1 ? Width / 2 : Edge + i * (Width - 2 * Edge) / (values.Count - 1);
                var y = Height - Edge - Math.Max(0, (double)value) / most * (Height - 2 * Edge);
                points.Add(string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}"));
            }
            else
            {
                Take();
            }
        }

        Take();
        return lines;

        void Take()
        {
            if (points.Count > 0)
            {
                lines.Add(string.Join(' ', points.Count == 1 ? [points[0], points[0]] : points));
                points.Clear();
            }
        }
    }
}
