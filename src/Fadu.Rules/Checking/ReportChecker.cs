using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Relations;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking;

/// <summary>
/// 年报校核: recomputes what a report lets one recompute.
/// Pure: the same text and options give the same result; there is no clock, no file and no data base, so that a result can be shown to whoever disputes it.
/// Precision stands before recall, because a wrong accusation is the worst that a checker can do.
/// </summary>
public static class ReportChecker
{
    /// <summary>Longest text that is checked; a longer one is refused with a message by the reader of files.</summary>
    public const int MaxCharacters = 20_000_000;

    /// <summary>Checks a text.</summary>
    /// <param name="text">The text as read, notes at the top included; every offset of the result counts in it.</param>
    /// <param name="options">What may be used besides the text.</param>
    public static CheckResult Check(string text, CheckOptions? options = null)
    {
        var source = new SourceText(text);
        var context = Read(source, options ?? CheckOptions.Default);
        TableTotals.Check(context);
        TableShares.Check(context);
        TableRates.Check(context);
        TableGrowth.Check(context);
        DisclosureTable.Check(context);
        FlowRelation.Check(context);
        StockBalance.Check(context);
        SumRelation.Check(context);
        ProportionRelation.Check(context);
        ShareClosure.Check(context);
        RatioRelation.Check(context);
        StockTotals.Check(context);
        GrowthRelation.Check(context);
        SubsetRelation.Check(context);
        TextAgainstTable.Check(context);
        ColumnsInText.Check(context);
        ColumnSums.Check(context);
        SharesOfRows.Check(context);
        YearRelation.Check(context);
        DateRelation.Check(context);
        EnumerationRelation.Check(context);
        DuplicateRelation.Check(context);
        RespectivelyRelation.Check(context);
        WordingNotes.Check(context);
        TypographyNotes.Check(context);
        EvidenceNotes.Check(context);
        MissingParts.Check(context);
        CitationRelation.Check(context);
        PreviousReport.Check(context);
        KnownFigures.Check(context);
        return new()
        {
            Characters = text.Length,
            RoundingStyle = RoundingStyle.Infer(context.Relations, context.Figures),
            Figures = context.Figures.Where(figure => figure.Role is FigureRole.Quantity or FigureRole.Cell or FigureRole.Proportion or FigureRole.Range).OrderBy(figure => figure.Start).ToList(),
            Relations = context.Relations.OrderBy(relation => relation.Start).ThenBy(relation => relation.End).ToList(),
        };
    }

    /// <summary>The year that a report names in its title, or null.</summary>
    public static int? YearOf(string text) => YearRelation.Title(Read(new SourceText(text), CheckOptions.Default)) is { } title ? (int)title.Value : null;

    internal static CheckContext Read(SourceText source, CheckOptions options)
    {
        var reader = new TableReader(source);
        reader.Mark();
        var scanned = FigureScanner.Scan(source, reader.IsTableLine);
        RespectiveLabels.Apply(scanned.Figures, source.Reading);
        var tables = reader.Read(scanned.Figures);
        return new(source, scanned, tables, options);
    }
}
