using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Fadu.Rules.Identifiers;

/// <summary>A pattern for numbers of documents and cases, as a register defines it: <c>{office.abbr}罚决字〔{year}〕第{seq:000000}号</c>.</summary>
/// <remarks><c>{year}</c> is four digits, <c>{seq}</c> a serial without leading zeros, <c>{seq:000}</c> one padded to so many digits;
/// any other name stands for 1 to 20 Chinese characters or letters that the caller gives. Immutable.</remarks>
public sealed partial class NumberPattern
{
    private readonly List<(string? Name, string Text)> _parts;
    private readonly Regex _regex;

    private NumberPattern(string source, List<(string?, string)> parts)
    {
        (Source, _parts) = (source, parts);
        _regex = new Regex("^" + string.Concat(_parts.Select(Expression)) + "$", RegexOptions.CultureInvariant);
    }

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>Names that the caller must give, apart from year and seq.</summary>
    public IEnumerable<string> Names => _parts.Select(p => p.Name).OfType<string>().Where(n => n is not ("year" or "seq")).Distinct();

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">Brackets do not match, or {seq} is missing or doubled.</exception>
    public static NumberPattern Parse(string source)
    {
        var parts = new List<(string?, string)>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(source))
        {
            if (match.Index > at) parts.Add((null, source[at..match.Index]));
            parts.Add((match.Groups["name"].Value, match.Groups["pad"].Value));
            at = match.Index + match.Length;
        }
        if (at < source.Length) parts.Add((null, source[at..]));
        if (parts.Any(p => p.Item1 is null && p.Item2.AsSpan().ContainsAny('{', '}')))
            throw new FormatException($"编号格式“{source}”的花括号不成对，或者名称不对，请写成 {{office.abbr}}〔{{year}}〕{{seq}}号 的样子。");
        if (parts.Count(p => p.Item1 == "seq") != 1)
            throw new FormatException($"编号格式“{source}”应当有且只有一个顺序号 {{seq}}。");
        return new(source, parts);
    }

    /// <summary>Makes a number.</summary>
    /// <exception cref="KeyNotFoundException">A name was not given.</exception>
    public string Format(int year, int serial, IReadOnlyDictionary<string, string>? values = null)
    {
        var text = new StringBuilder();
        foreach (var (name, part) in _parts)
            text.Append(name switch
            {
                null => part,
                "year" => year.ToString("0000", CultureInfo.InvariantCulture),
                "seq" => serial.ToString(part.Length > 0 ? part : "0", CultureInfo.InvariantCulture),
                _ => values is not null && values.TryGetValue(name, out var value)
                    ? value
                    : throw new KeyNotFoundException($"编号格式“{Source}”需要“{name}”，但没有给出。"),
            });
        return text.ToString();
    }

    /// <summary>Whether a number could have been made by this pattern.</summary>
    public bool Matches(string number) => _regex.IsMatch(number);

    /// <summary>Year and serial of a number of this pattern; null when it does not match.</summary>
    public (int? Year, int Serial)? Read(string number)
    {
        var match = _regex.Match(number);
        if (!match.Success) return null;
        var year = match.Groups["year"] is { Success: true } y ? int.Parse(y.Value, CultureInfo.InvariantCulture) : (int?)null;
        return (year, int.Parse(match.Groups["seq"].Value, CultureInfo.InvariantCulture));
    }

    private static string Expression((string? Name, string Text) part) => part.Name switch
    {
        null => Regex.Escape(part.Text),
        "year" => @"(?<year>(19|20)[0-9]{2})",
        "seq" => part.Text.Length > 0 ? $@"(?<seq>[0-9]{{{part.Text.Length},9}})" : @"(?<seq>[1-9][0-9]{0,8})",
        _ => @"[\u4e00-\u9fa5A-Za-z]{1,20}",
    };

    [GeneratedRegex(@"\{(?<name>[a-z][a-z_.]*)(:(?<pad>0{1,9}))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
