using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fadu.Web.Workspace.Measures;

/// <summary>One line of the table by office.</summary>
public sealed record OfficeLine(string Code, string Name, MeasureValue Now, MeasureValue Before);

/// <summary>One line of the table by code.</summary>
public sealed record SplitLine(MeasureRequest Request, string Title, MeasureValue Now, MeasureValue Before);

/// <summary>One measure: by office, by month, by code, its definitions side by side.</summary>
[Permission("measures.read")]
public sealed class MeasureModel(MeasureService measures, LawStore law, OfficeDirectory offices, CurrentActor me)
    : MeasurePage(measures, offices, me)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;
    /// <summary>Its figure.</summary>
    public MeasureFigure Figure { get; private set; } = null!;
    /// <summary>Its values month by month.</summary>
    public IReadOnlyList<decimal?> Months { get; private set; } = [];
    /// <summary>By office, in the order of the offices unless the measure may rank them.</summary>
    public IReadOnlyList<OfficeLine> Lines { get; private set; } = [];
    /// <summary>Its definitions.</summary>
    public IReadOnlyList<DefinitionView> Definitions { get; private set; } = [];
    /// <summary>Choices made, newest first.</summary>
    public IReadOnlyList<DefinitionChoice> Choices { get; private set; } = [];
    /// <summary>Fields it may be split by.</summary>
    public IReadOnlyList<FactColumn> Splits { get; private set; } = [];
    /// <summary>The field it is split by.</summary>
    public FactColumn? Split { get; private set; }
    /// <summary>Its parts by code.</summary>
    public IReadOnlyList<SplitLine> Parts { get; private set; } = [];
    /// <summary>Article.</summary>
    public string Basis => law.Current.Cite(Measure.Basis);
    /// <summary>Sorted by value, where that is allowed.</summary>
    public bool Ranked { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string? by, string? sort)
    {
        if (!law.Current.Measures.TryGetValue(id, out var measure) || !await ReadAsync())
        {
            return NotFound();
        }

        Measure = measure;
        Ranked = measure.Rank && sort == "value";
        Splits = measure.Register.Length == 0 ? [] : [.. measure.By.Select(f => Trace.Column(measure, f)).OfType<FactColumn>().Where(c => c.Codes is not null || c.Type == ColumnType.YesNo)];
        Split = Splits.FirstOrDefault(s => s.Name == by) ?? (Splits.Count > 0 ? Splits[0] : null);
        await LoadAsync();
        return Page();
    }

    /// <summary>Chooses the definition that counts for a year.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string id, int chosenYear, string? chosenOffice, string? definition, string? reason)
    {
        var fault = await Service.Definitions.ChooseAsync(id, chosenOffice ?? "", chosenYear, definition ?? "", reason ?? "", Actor, HttpContext.RequestAborted);
        TempData[fault is null ? "Done" : "Failed"] = fault ?? $"已选定{chosenYear}年的口径。";
        return Redirect($"/measures/{id}?period={chosenYear}");
    }

    /// <summary>Data of the bar chart by office; none where offices may not be compared by it.</summary>
    public string? BarChart => !Measure.Rank || Lines.Count < 2 ? null : JsonSerializer.Serialize(
        new
        {
            kind = "bar",
            unit = Measure.Unit,
            labels = Ordered.Select(l => l.Name),
            series = new[] { new { name = Link.Period.Title, data = Ordered.Select(l => Shown(l.Now.Value)) }, new { name = "上年", data = Ordered.Select(l => Shown(l.Before.Value)) } },
        }, Json);

    /// <summary>Data of the line by month.</summary>
    public string? LineChart => Months.Count < 2 ? null : JsonSerializer.Serialize(
        new { kind = "line", unit = Measure.Unit, labels = Months.Select((_, i) => $"{i + 1}月"), series = new[] { new { name = $"{Link.Year}年", data = Months.Select(Shown) } } }, Json);

    private IEnumerable<OfficeLine> Ordered => Lines.OrderByDescending(l => l.Now.Value ?? decimal.MinValue);

    private DefinitionTrace Trace => new(law.Current);

    private async Task LoadAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var request = new MeasureRequest(Measure.Id);
        List<MeasureRequest> requests = [request];
        var codes = Split is null ? [] : Split.Codes?.Codes.Select(c => (c.Id, c.Title)).ToList() ?? [("true", "是"), ("false", "否")];
        var parts = codes.ConvertAll(c => (Request: new MeasureRequest(Measure.Id, [new(Split!.Name, c.Item1)]), c.Item2));
        requests.AddRange(parts.Select(p => p.Request).Where(r => Service.Problem(r) is null));
        var (now, before) = await Service.WithPreviousAsync(requests, Link.Question, Actor, null, cancel);
        var series = await Service.MonthsAsync([request], Link.Year, Link.Office, Link.Below, Actor, cancel);
        Figure = new(Measure, now.Total(request), before.Total(request));
        Months = [.. series.Select(m => m.Total(request).Value)];
        Parts = [.. parts.Where(p => requests.Contains(p.Request)).Select(p => new SplitLine(p.Request, p.Item2, now.Total(p.Request), before.Total(p.Request))).Where(p => p.Now.Value is not (null or 0) || p.Before.Value is not (null or 0))];
        var lines = Offices.Select(o => o.Code).Concat(now.Offices.Where(o => o.Length > 0)).Distinct().Where(o => now.Offices.Contains(o) || before.Offices.Contains(o))
            .Select(o => new OfficeLine(o, OfficeName(o), now.Of(request, o), before.Of(request, o)))
            .Where(l => l.Now.Value is not (null or 0) || l.Before.Value is not (null or 0) || l.Now.Denominator > 0);
        Lines = [.. Ranked ? lines.OrderByDescending(l => l.Now.Value ?? decimal.MinValue) : lines];
        Choices = await Service.Definitions.HistoryAsync(Actor.Region, Measure.Id, cancel);
        List<DefinitionView> views = [];
        foreach (var definition in Measure.Definitions)
        {
            var only = await OnlyAsync(definition);
            var (value, last) = await Service.WithPreviousAsync([request], Link.Question, Actor, only, cancel);
            views.Add(new(definition, value.Total(request), last.Total(request), Figure.Now.Definition.Id == definition.Id, Trace.Of(Measure, definition), law.Current.Cite(definition.Basis ?? Measure.Basis)));
        }

        Definitions = views;
    }

    private async Task<DefinitionChoices> OnlyAsync(MeasureDefinition definition) =>
        (await Service.Definitions.OfYearAsync(Actor.Region, Link.Year, HttpContext.RequestAborted)).Only(Measure.Id, definition.Id);

    private decimal? Shown(decimal? value) => value is not { } number ? null : Math.Round(Measure.Unit == "%" ? number * 100 : number, Measure.Decimals);
}
