using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>All that reading one register version needs: the version itself, what its expressions may name, and the others.</summary>
internal sealed class Binding
{
    public required RegisterDraft Draft { get; init; }
    public required ExpressionScope Scope { get; init; }
    public required LawErrors Errors { get; init; }
    public required BasisReader Basis { get; init; }
    public required ExpressionReader Expressions { get; init; }
    public required LimitReader Limits { get; init; }
    public required IReadOnlySet<string> Roles { get; init; }
    public required CodeList Statuses { get; init; }
    /// <summary>Newest version of a register.</summary>
    public required Func<string, RegisterDraft?> Latest { get; init; }
    /// <summary>Scope in which the newest version of a register is asked.</summary>
    public required Func<RegisterDraft, ExpressionScope> ScopeOf { get; init; }
    public required IReadOnlySet<string> Registers { get; init; }

    public Basis BasisOf(YamlMap item) => Basis.Required(item, Draft.StatuteFor(item.At("basis")));

    /// <summary>Names of steps under a key, each checked.</summary>
    public IReadOnlyList<string> Steps(YamlMap item, string key) => Known(item.Words(key), "环节", Draft.StepNames);

    /// <summary>The one step under a key, or null.</summary>
    public string? Step(YamlMap item, string key) =>
        item.TextNode(key) is { } text ? Known([text], "环节", Draft.StepNames).FirstOrDefault() : null;

    /// <summary>Those of the words that are names; the others are reported.</summary>
    public IReadOnlyList<string> Known(IReadOnlyList<LawText> words, string what, IEnumerable<string> names)
    {
        var set = names as IReadOnlySet<string> ?? names.ToHashSet();
        foreach (var word in words.Where(w => !set.Contains(w.Value)))
        {
            Errors.Add(word, $"没有{what}“{word.Value}”", Suggestion.For(word.Value, set));
        }

        foreach (var twice in words.GroupBy(w => w.Value).Where(g => g.Count() > 1))
        {
            Errors.Add(twice.Last(), $"{what}“{twice.Key}”写了两次", "请删去其中一个");
        }

        return [.. words.Select(w => w.Value).Where(set.Contains).Distinct()];
    }
}
