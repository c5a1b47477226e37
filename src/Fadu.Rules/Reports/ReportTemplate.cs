using System.Text.RegularExpressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Reports;

/// <summary>A report as the jurists wrote it: words, figures, tables, and paragraphs that others send in.</summary>
/// <param name="Kind">What kind of report it is, e.g. <c>county</c>, <c>department</c>; chooses the form of the printed head.</param>
public sealed record ReportTemplate(
    string Id, ReportText Title, string Kind, Basis Basis, IReadOnlyList<ReportPart> Parts, Position Position)
{
    /// <summary>All figures of texts and tables, in order.</summary>
    public IEnumerable<FigurePiece> Figures => Parts.SelectMany(p => p.Sections).SelectMany(s => s.Figures);
}

/// <summary>A part, e.g. 一、主要举措和成效.</summary>
public sealed record ReportPart(string Title, IReadOnlyList<ReportSection> Sections);

/// <summary>A section of a part: text, then table, then list, then narrative.</summary>
/// <param name="Id">Place in the report, e.g. <c>1.4</c>: part and section counted from 1; narratives are filed under it.</param>
public sealed record ReportSection(string Id, string Title, ReportText? Text, ReportTable? Table, ReportList? List, ReportNarrative? Narrative)
{
    /// <summary>Figures of the text, then of the table.</summary>
    public IEnumerable<FigurePiece> Figures => (Text?.Figures ?? []).Concat(Table?.Rows ?? []);
}

/// <summary>What a column of a report table shows.</summary>
public enum ReportColumn
{
    /// <summary>本期.</summary>
    Value = 1,
    /// <summary>上期.</summary>
    Previous = 2,
    /// <summary>增减.</summary>
    Change = 3,
    /// <summary>口径.</summary>
    Definition = 4,
}

/// <summary>A table of measures.</summary>
/// <param name="Split">Field by whose codes the value column is split, with a total at the end; none = one value column.</param>
public sealed record ReportTable(string Title, IReadOnlyList<FigurePiece> Rows, IReadOnlyList<ReportColumn> Columns, string? Split);

/// <summary>The matters behind a measure, a line for each: acts of the head, meetings held, documents issued.</summary>
/// <param name="Request">A count; its matters are listed.</param>
/// <param name="Line">Words of a line, with <c>{field}</c> for facts of the matter.</param>
/// <param name="By">Fact by which the lines are ordered.</param>
/// <param name="Most">Lines at most; a last line says how many more there are.</param>
public sealed partial record ReportList(MeasureRequest Request, string Line, string By, int Most)
{
    /// <summary>Facts that the line names.</summary>
    public IEnumerable<string> Words => Placeholder().Matches(Line).Select(m => m.Groups[1].Value).Distinct();

    /// <summary>The line of one matter.</summary>
    /// <param name="text">Text of a fact.</param>
    public string Fill(Func<string, string> text) => Placeholder().Replace(Line, m => text(m.Groups[1].Value));

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}")]
    private static partial Regex Placeholder();
}

/// <summary>A paragraph asked of others.</summary>
/// <param name="From"><c>offices</c> for every office, or a role.</param>
/// <param name="Ask">What they are asked to write.</param>
/// <param name="Words">Characters at most.</param>
public sealed record ReportNarrative(string From, string Ask, int Words);
