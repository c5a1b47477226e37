using Fadu.Core.Law;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.Tables;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using ColumnType = Fadu.Core.Tables.ColumnType;

namespace Fadu.Web.Workspace.Measures;

/// <summary>One count or sum that a figure rests on.</summary>
/// <param name="Side">分子, 分母, or empty.</param>
public sealed record LeafView(MeasureRequest Request, string Title, string Side, string Printed);

/// <summary>Exactly the matters behind a figure.</summary>
[Permission("measures.read")]
public sealed class MattersModel(MeasureService measures, LawStore law, OfficeDirectory offices, CurrentActor me, PageFormat format)
    : MeasurePage(measures, offices, me)
{
    private const int PageSize = 50;
    private DefinitionChoices? choices;
    private MeasureRequest leaf = null!;

    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;
    /// <summary>The figure asked about, with its filters.</summary>
    public MeasureRequest Asked { get; private set; } = null!;
    /// <summary>Its value.</summary>
    public MeasureValue Value { get; private set; } = null!;
    /// <summary>The counts and sums behind it.</summary>
    public IReadOnlyList<LeafView> Leaves { get; private set; } = [];
    /// <summary>The one listed.</summary>
    public LeafView Leaf { get; private set; } = null!;
    /// <summary>Its matters.</summary>
    public MatterShares Shares { get; private set; } = null!;
    /// <summary>Unit of the shares.</summary>
    public Measure LeafMeasure { get; private set; } = null!;
    /// <summary>Where the next page starts, or none.</summary>
    public long? Next { get; private set; }
    /// <summary>Chosen to compare definitions, or none.</summary>
    public string? Definition { get; private set; }
    /// <summary>The filtered figure, as in the address.</summary>
    public string? Part { get; private set; }

    /// <summary>Shows a page.</summary>
    /// <param name="part">The measure with filters, where the figure is one part of a split.</param>
    /// <param name="list">The count or sum to list.</param>
    public async Task<IActionResult> OnGetAsync(string id, string? part, string? list, string? side, string? definition, long after = 0)
    {
        if (!await LoadAsync(id, part, list, side, definition))
        {
            return NotFound();
        }

        Shares = await Service.MattersAsync(leaf, Link.Question, Actor, after, PageSize, choices, HttpContext.RequestAborted);
        Next = Shares.Matters.Count == PageSize ? Shares.Matters[^1].Id : null;
        return Page();
    }

    /// <summary>Writes all of them into a workbook.</summary>
    public async Task<IActionResult> OnGetExportAsync(string id, string? part, string? list, string? side, string? definition)
    {
        if (!Actor.May("matters.export"))
        {
            return Forbid();
        }

        if (!await LoadAsync(id, part, list, side, definition))
        {
            return NotFound();
        }

        Shares = await Service.MattersAsync(leaf, Link.Question, Actor, 0, 0, choices, HttpContext.RequestAborted);
        return await Download.XlsxAsync($"{Leaf.Title}明细{format.Today:yyyyMMdd}", async file =>
        {
            using var book = new XlsxWriter(file);
            await WriteAsync(book);
        });
    }

    /// <summary>Whether the matter itself may be opened.</summary>
    public bool MayOpen(MatterShare matter) => Actor.May("matters.read", matter.Office, matter.Handler);

    /// <summary>Words of a state.</summary>
    public string Status(string status) => law.Current.CodeLists.GetValueOrDefault("matter-status")?.Find(status)?.Title ?? status;

    /// <summary>What the listed matters count under: 计数, 行数 or the unit.</summary>
    public string ShareTitle => Shares.Kind == MeasureKind.Count ? "行数" : LeafMeasure.Unit is "" or "%" ? "数值" : $"数值（{LeafMeasure.Unit}）";

    /// <summary>A share as printed.</summary>
    public string Print(decimal share) => MeasureFormat.Print(share, "", LeafMeasure.Decimals);

    private async Task WriteAsync(XlsxWriter book)
    {
        List<TableColumn> columns = [new("编号", ColumnType.Code), new("名称", Width: 40), new("单位"), new("状态"), new("登记日期", ColumnType.Date), new("办结日期", ColumnType.Date)];
        if (!Shares.OneEach)
        {
            columns.Add(new(ShareTitle, ColumnType.Decimal));
        }

        var under = $"{Scope}　{Link.Period.Title}　导出人：{Actor.Name}　导出日期：{format.Day(format.Today)}";
        var sheet = book.AddSheet("明细", columns, new SheetLayout { Title = $"{Leaf.Title}：{Leaf.Printed}", UnderTitle = under, SerialColumn = true, PageHeader = under, BlankRowsWithChoices = 0 });
        await foreach (var matter in Service.AllMattersAsync(leaf, Link.Question, Actor, choices, HttpContext.RequestAborted))
        {
            object?[] cells = [matter.Number, matter.Title, format.Office(matter.Office), Status(matter.Status), matter.OpenedOn, matter.ClosedOn, .. Shares.OneEach ? [] : new object?[] { matter.Share }];
            sheet.Row(cells);
        }
    }

    private async Task<bool> LoadAsync(string id, string? part, string? list, string? side, string? definition)
    {
        var cancel = HttpContext.RequestAborted;
        if (!law.Current.Measures.TryGetValue(id, out var measure) || !await ReadAsync())
        {
            return false;
        }

        Measure = measure;
        Asked = part is { Length: > 0 } && MeasureRequest.TryParse(part, "", out var filtered, out _) && filtered.Measure == id ? filtered : new(id);
        if (Service.Problem(Asked) is not null)
        {
            return false;
        }

        Part = Asked.Filters.Count > 0 ? Asked.ToString() : null;
        if (definition is not null && measure.Definition(definition) is not null)
        {
            Definition = definition;
            choices = (await Service.Definitions.OfYearAsync(Actor.Region, Link.Year, cancel)).Only(id, definition);
        }

        var leaves = (await Service.LeavesAsync(Asked, Link.Question, Actor, choices, cancel)).Select(l => l.Measure).ToList();
        var figures = await Service.EvaluateAsync([Asked, .. leaves], Link.Question, Actor, choices, cancel);
        Value = figures.Total(Asked);
        var trace = new DefinitionTrace(law.Current);
        var sides = leaves.Count == 2 && Value.Definition.Kind == MeasureKind.Ratio ? new[] { "分子", "分母" } : [.. leaves.Select(_ => "")];
        Leaves = [.. leaves.Zip(sides, (l, s) => new LeafView(l, trace.Title(l), s, Printed(l, figures.Total(l))))];
        Leaf = Leaves.FirstOrDefault(l => l.Request.ToString() == list) ?? (side == "denominator" ? Leaves[^1] : Leaves[0]);
        leaf = Leaf.Request;
        LeafMeasure = law.Current.Measures[leaf.Measure];
        return true;
    }

    private string Printed(MeasureRequest request, MeasureValue value) =>
        law.Current.Measures[request.Measure] is var of ? MeasureFormat.PrintWithUnit(value.Value, of.Unit, of.Decimals) : "";
}
