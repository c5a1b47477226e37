using Fadu.Rules.Calendar;

namespace Fadu.Core.Lists;

/// <summary>One condition on a list.</summary>
public abstract record ListFilter(string Column)
{
    /// <summary>One of these codes, offices or names.</summary>
    public sealed record OneOf(string Column, IReadOnlyList<string> Values) : ListFilter(Column);

    /// <summary>Yes or no.</summary>
    public sealed record Is(string Column, bool Yes) : ListFilter(Column);

    /// <summary>Between two days, either open.</summary>
    public sealed record Days(string Column, DateOnly? From, DateOnly? To) : ListFilter(Column);

    /// <summary>Between two numbers, either open.</summary>
    public sealed record Numbers(string Column, decimal? Least, decimal? Most) : ListFilter(Column);

    /// <summary>Holds a text.</summary>
    public sealed record Holds(string Column, string Part) : ListFilter(Column);

    /// <summary>Refers to a matter.</summary>
    public sealed record Refers(string Column, long Matter) : ListFilter(Column);
}

/// <summary>A compiled condition with its parameters.</summary>
/// <param name="Says">What it selects, for the chip above the list.</param>
public sealed record ListCondition(string Sql, IReadOnlyDictionary<string, object> Parameters, string Says);

/// <summary>What a list is asked for.</summary>
public sealed record ListQuery
{
    /// <summary>Register.</summary>
    public required string Register { get; init; }
    /// <summary>Columns to read, besides those that every row has.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
    /// <summary>Conditions, all of which hold.</summary>
    public IReadOnlyList<ListFilter> Filters { get; init; } = [];
    /// <summary>Lights, one of which shows; empty = any.</summary>
    public IReadOnlyList<LightColour> Lights { get; init; } = [];
    /// <summary>Only what the account itself handles.</summary>
    public bool Mine { get; init; }
    /// <summary>Only what is not closed.</summary>
    public bool OpenOnly { get; init; }
    /// <summary>Words to look for, or null.</summary>
    public string? Search { get; init; }
    /// <summary>A further condition on the fact table <c>f</c>, as measures and rules compile them, or null.</summary>
    public ListCondition? Where { get; init; }
    /// <summary>Column that orders the list.</summary>
    public string Sort { get; init; } = "opened_on";
    /// <summary>Largest first.</summary>
    public bool Descending { get; init; } = true;
    /// <summary>Continue behind this row.</summary>
    public ListCursor? After { get; init; }
    /// <summary>Rows of a page.</summary>
    public int PageSize { get; init; } = 50;
}
