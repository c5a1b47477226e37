using System.Globalization;
using System.Text;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Reports;

/// <summary>A matter in the version (number of ledger entries) in which it was counted.</summary>
public readonly record struct MatterVersion(long Matter, int Version);

/// <summary>The matters behind one count or sum, with the hash that binds them.</summary>
/// <param name="Request">The count or sum, e.g. <c>penalty.filed[domain=labour]</c>.</param>
/// <param name="Sm3">SM3 of <see cref="Text"/>.</param>
public sealed record FigureList(string Request, string Title, string Sm3, int Count)
{
    /// <summary>The matters in ascending order; empty where the list was read without them.</summary>
    public IReadOnlyList<MatterVersion> Matters { get; init; } = [];

    /// <summary>Makes a list.</summary>
    public static FigureList Of(string request, string title, IReadOnlyList<MatterVersion> matters) =>
        new(request, title, Rules.Ledger.Sm3.Hash(Encoding.ASCII.GetBytes(Text(matters))).ToString(), matters.Count) { Matters = matters };

    /// <summary>The list as stored and hashed: a line <c>matter:version</c> for each, ascending, so that anyone can hash it again.</summary>
    public static string Text(IReadOnlyList<MatterVersion> matters)
    {
        var text = new StringBuilder(matters.Count * 24);
        foreach (var (matter, version) in matters)
        {
            text.Append(CultureInfo.InvariantCulture, $"{matter}:{version}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static IReadOnlyList<MatterVersion> Read(string text)
    {
        List<MatterVersion> matters = [];
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IndexOf(':') is > 0 and var colon)
            {
                matters.Add(new(long.Parse(line[..colon], CultureInfo.InvariantCulture), int.Parse(line[(colon + 1)..], CultureInfo.InvariantCulture)));
            }
        }

        return matters;
    }
}
