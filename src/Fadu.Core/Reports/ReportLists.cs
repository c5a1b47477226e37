using System.Globalization;
using Fadu.Core.Law;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Rules.Expressions;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>The lines of a report's lists: the matters behind a count, each in the words of the template.</summary>
public sealed class ReportLists(LawStore law, OfficeDirectory offices, MeasureService measures)
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
        var register = law.Current.Latest(law.Current.Measures[list.Request.Measure].Register);
        var words = new FactWords(register, offices, region, masked: true);
        var named = list.Words.ToHashSet();
        var columns = ListColumns.Of(law.Current, register.Id).Where(c => named.Contains(c.Name)).ToDictionary(c => c.Name);
        var question = new MeasureQuestion(Period.Year(year), office, Below: true);
        var (rows, more) = await measures.FactsAsync(list.Request, question, Actor.System(region), [.. named.Append(list.By).Distinct()], list.By, list.Most, cancel);
        var number = 0;
        List<string> lines = [.. rows.Select(row => $"{(++number).ToString(CultureInfo.InvariantCulture)}．{list.Fill(word => Text(words.Of(columns[word], row), row[word]))}")];
        if (more > 0)
        {
            lines.Add($"另有{more}件，略。");
        }

        return lines;
    }

    private static string Text(string plain, object? value) => value is DateOnly day ? $"{day.Year}年{day.Month}月{day.Day}日" : plain;
}
