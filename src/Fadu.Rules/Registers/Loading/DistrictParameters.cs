using System.Globalization;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Puts the district's values in place of those of the definitions.</summary>
internal sealed class DistrictParameters(LawErrors errors, IReadOnlyDictionary<string, object> values)
{
    private const string Place = "参数设置";

    public IReadOnlyList<RegisterDraft> Apply(IReadOnlyList<RegisterDraft> drafts)
    {
        var known = drafts.SelectMany(d => d.Parameters.Keys.Select(p => $"{d.Id}.{p}")).ToHashSet();
        foreach (var key in values.Keys.Where(k => !known.Contains(k)))
        {
            errors.Add(Place, $"没有参数“{key}”", Suggestion.For(key, known));
        }

        return values.Count == 0 ? drafts : [.. drafts.Select(Apply)];
    }

    private RegisterDraft Apply(RegisterDraft draft)
    {
        foreach (var parameter in draft.Parameters.Values.ToList())
        {
            if (!values.TryGetValue($"{draft.Id}.{parameter.Id}", out var given))
            {
                continue;
            }

            var text = Convert.ToString(given, CultureInfo.InvariantCulture) ?? "";
            if (ParameterReader.Parse(parameter.Type, text) is { } value)
            {
                draft.Set(parameter with { Value = value });
            }
            else
            {
                errors.Add(Place, $"参数“{draft.Id}.{parameter.Id}”（{parameter.Title}）的值“{text}”与类型不符", "请改正");
            }
        }

        return draft;
    }
}
