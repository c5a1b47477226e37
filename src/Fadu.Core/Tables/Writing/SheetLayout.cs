namespace Fadu.Core.Tables;

/// <summary>How a sheet looks around its rows, by the habit of a Chinese 台账: merged title, a line for unit, person and date, 序号, totals.</summary>
public sealed record SheetLayout
{
    public string? Title { get; init; }

    /// <summary>The line under the title, for example 填报单位：…　填报人：…　日期：….</summary>
    public string? UnderTitle { get; init; }

    public bool SerialColumn { get; init; }

    /// <summary>A line above the headings that names what each column belongs to; neighbours with the same name are merged.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Printed at the top of each page: who exported it and when, as a mark on paper that leaves the house.</summary>
    public string? PageHeader { get; init; }

    public bool Landscape { get; init; } = true;

    public bool Filter { get; init; } = true;

    /// <summary>Empty rows below the last one that carry the drop-down lists, so that a template can be filled in.</summary>
    public int BlankRowsWithChoices { get; init; } = 2000;
}
