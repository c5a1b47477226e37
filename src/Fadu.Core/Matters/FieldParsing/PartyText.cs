using Fadu.Core.Tables;
using Fadu.Rules.Identifiers;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters.FieldParsing;

/// <summary>A party as one text (某公司（91330000…）), or as the three inputs of a form.</summary>
public static class PartyText
{
    /// <summary>Kinds with their Chinese words, in the order of the form.</summary>
    public static IReadOnlyList<(string Id, string Title)> Kinds { get; } = [("natural", "自然人"), ("legal", "法人或者其他组织"), ("sole-trader", "个体工商户")];

    /// <summary>Chinese word of a kind.</summary>
    public static string Title(string kind) => Kinds.FirstOrDefault(k => k.Id == kind).Title ?? kind;

    /// <summary>Reads name, kind and identifier; the identifier must fit the kind.</summary>
    public static (Party? Party, string? Error) Read(string name, string? kind, string? id)
    {
        name = CellText.Clean(name);
        id = id is null ? null : CellText.Clean(id);
        if (name.Length == 0)
        {
            return (null, id is { Length: > 0 } ? "填了证件号码而没有填名称" : null);
        }

        kind = kind is { Length: > 0 } ? kind : KindOf(name, id);
        if (Kinds.All(k => k.Id != kind))
        {
            return (null, $"没有“{kind}”这个类别，可填：{string.Join("、", Kinds.Select(k => k.Title))}");
        }

        if (id is not { Length: > 0 })
        {
            return (new(name, kind, null), null);
        }

        var check = Check(kind, id);
        return check.IsValid ? (new(name, kind, check.Value), null) : (null, check.Error.TrimEnd('。'));
    }

    internal static (object? Value, string? Error) Read(CellResult<string> read)
    {
        if (!read.HasValue)
        {
            return (null, read.Error);
        }

        var text = read.Value;
        var open = text.LastIndexOfAny(['（', '(']);
        if (open > 0 && text[^1] is '）' or ')' && text[(open + 1)..^1].Trim() is var inside && LooksLikeId(inside))
        {
            return Read(text[..open], null, inside);
        }

        return Read(text, null, null);
    }

    private static bool LooksLikeId(string text) => text.Length >= 8 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>People have passports and permits as well, so only what has the form of a resident number is checked as one.</summary>
    private static IdentifierCheck Check(string kind, string id)
    {
        var plain = CellText.HalfWidth(id).Replace(" ", "", StringComparison.Ordinal);
        if (kind == "natural")
        {
            return plain.Length is 18 or 15 || plain.Contains('+', StringComparison.Ordinal)
                ? IdentifierValidator.Validate(IdentifierKind.ResidentId, id)
                : new(plain.ToUpperInvariant(), null, 0, null);
        }

        return plain.Length is 9 or 10
            ? IdentifierValidator.Validate(IdentifierKind.OrganisationCode, id)
            : IdentifierValidator.Validate(IdentifierKind.CreditCode, id);
    }

    private static string KindOf(string name, string? id) =>
        id is { Length: > 0 } && IdentifierValidator.Validate(IdentifierKind.ResidentId, id).IsValid ? "natural"
        : id is { Length: > 0 } && IdentifierValidator.Validate(IdentifierKind.CreditCode, id).IsValid ? (id.StartsWith("92", StringComparison.Ordinal) ? "sole-trader" : "legal")
        : name.Length <= 4 || name.EndsWith('某') ? "natural" : "legal";
}
