using System.Globalization;
using System.Text.RegularExpressions;
using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>The lines of a report's lists: the matters behind a count, each in the words of the template.</summary>
public sealed partial class ReportLists(LawStore law, OfficeDirectory offices, MeasureService measures)
{
    /// <summary>Lines by section.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> LinesAsync(ReportTemplate template, string region, int year, string? office, CancellationToken cancel = default)
    {
        Dictionary<string, IReadOnlyList<string>> lines = [];
        foreach (var section in template.Parts.SelectMany(p => p.Sections))
        {
            if (section.List is { } list)
            {
                lines[section.Id] = await LinesAsync(list, region, year, office, cancel);
            }
        }

        return lines;
    }

    private async Task<IReadOnlyList<string>> LinesAsync(ReportList list, string region, int year, string? office, CancellationToken cancel)
    {
        var register = law.Current.Latest(law.Current.Measures[list.Figure.Measure].Register);
        var words = new FactWords(register, offices, region, masked: true);
        var named = Words().Matches(list.Line).Select(m => m.Groups[1].Value).ToHashSet();
        var columns = ListColumns.Of(law.Current, register.Id).Where(c => named.Contains(c.Name)).ToDictionary(c => c.Name);
        var request = new MeasureRequest(list.Figure.Measure).With([.. list.Figure.Filters.Select(f => new MeasureFilter(f.Key, f.Value))]);
        var question = new MeasureQuestion(Period.Year(year), list.Figure.Office ?? office, Below: true);
        var (rows, more) = await measures.FactsAsync(request, question, Actor.System(region), [.. named.Append(list.By).Distinct()], list.By, list.Most, cancel);
        var number = 0;
        List<string> lines = [.. rows.Select(row => $"{(++number).ToString(CultureInfo.InvariantCulture)}．{Words().Replace(list.Line, m => Text(words.Of(columns[m.Groups[1].Value], row), row[m.Groups[1].Value]))}")];
        if (more > 0)
        {
            lines.Add($"另有{more}件，略。");
        }

        return lines;
    }

    private static string Text(string plain, object? value) => value is DateOnly day ? $"{day.Year}年{day.Month}月{day.Day}日" : plain;

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}")]
    private static partial Regex Words();
}
