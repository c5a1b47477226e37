using Fadu.Rules.Statutes;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>basis</c> and <c>unverified</c>, which stand together on every item.</summary>
internal sealed class BasisReader(LawErrors errors, IReadOnlySet<string> statutes)
{
    /// <summary>A basis that must be there.</summary>
    /// <param name="statute">Statute meant by a bare article number, or none.</param>
    public Basis Required(YamlMap map, string? statute)
    {
        map.Require("basis");
        return Optional(map, statute) ?? new Basis([], false);
    }

    /// <summary>A basis that may be absent.</summary>
    public Basis? Optional(YamlMap map, string? statute)
    {
        var unverified = map.Flag("unverified");
        if (map.TextNode("basis") is { } text)
        {
            return new(text.Value.Trim() == "practice" ? [] : Citations(text, statute), unverified);
        }

        if (unverified && !map.Has("basis"))
        {
            errors.Add(map.Map, "写了 unverified 却没有 basis", "请写明待核实的是哪一条");
        }

        return null;
    }

    private List<Citation> Citations(LawText text, string? statute)
    {
        List<Citation> citations = [];
        foreach (var part in text.Value.Split(';', StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':');
            var named = colon >= 0 ? part[..colon].Trim() : YamlMap.Kebab.IsMatch(part) && !char.IsAsciiDigit(part[0]) ? part : null;
            var article = colon >= 0 ? part[(colon + 1)..].Trim() : named is null ? part : "";
            if (part.Length == 0 || (article.Length == 0 && colon >= 0))
            {
                errors.Add(text, $"依据“{text.Value}”不完整", "几个依据之间用“; ”隔开，如 \"30; penalty-law-2021:57(2)\"");
            }
            else if (named is not null && !statutes.Contains(named))
            {
                errors.Add(text, $"依据中的法规“{named}”不在 statutes/ 里", Suggestion.For(named, statutes));
            }
            else if (article.Length > 0 && !ArticleReference.TryChinese(article, out _))
            {
                errors.Add(text, $"依据中的条文“{article}”看不懂",
                    "请写条号，如 30、62.1（款）、57(2)（项）、62-74；几条之间用“; ”隔开；其他法规写作 法规标识:条号；只有惯例的写 practice");
            }
            else if (named is null && statute is null)
            {
                errors.Add(text, $"依据“{part}”没有说是哪部法规", "请写作 法规标识:条号");
            }
            else
            {
                citations.Add(new(named ?? statute!, article));
            }
        }

        return citations;
    }
}
