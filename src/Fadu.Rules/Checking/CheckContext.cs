using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking;

/// <summary>What every relation reads and where it writes. Lives for one check only.</summary>
internal sealed class CheckContext
{
    private readonly List<CheckedRelation> relations = [];
    private readonly Dictionary<int, List<Figure>> byParagraph;

    public CheckContext(SourceText source, ScannedText scanned, IReadOnlyList<ReportTable> tables, CheckOptions options)
    {
        Source = source;
        Figures = scanned.Figures;
        Brackets = scanned.Brackets;
        Tables = tables;
        Options = options;
        Quantities = Figures.Where(figure => figure.Role == FigureRole.Quantity).OrderBy(figure => figure.Start).ToList();
        byParagraph = Quantities.GroupBy(figure => figure.Paragraph).ToDictionary(group => group.Key, group => group.ToList());
    }

    public SourceText Source { get; }

    public string Text => Source.Reading;

    public IReadOnlyList<Figure> Figures { get; }

    public IReadOnlyList<BracketSpan> Brackets { get; }

    public IReadOnlyList<ReportTable> Tables { get; }

    public CheckOptions Options { get; }

    /// <summary>Quantities of the prose in order of place.</summary>
    public List<Figure> Quantities { get; }

    public IReadOnlyList<CheckedRelation> Relations => relations;

    public IEnumerable<List<Figure>> Paragraphs => byParagraph.OrderBy(pair => pair.Key).Select(pair => pair.Value);

    public List<Figure> InParagraph(int line) => byParagraph.TryGetValue(line, out var list) ? list : [];

    /// <summary>Text between two figures.</summary>
    public ReadOnlySpan<char> Between(Figure a, Figure b) => a.End <= b.Start ? Text.AsSpan(a.End, b.Start - a.End) : [];

    /// <summary>The sentence that holds the offset, as a range of offsets.</summary>
    public (int Start, int End) SentenceAt(int offset)
    {
        var line = Source.LineAt(offset);
        var start = offset;
        var end = offset;
        var lineStart = Source.StartOf(line);
        var lineEnd = Source.EndOf(line);
        while (start > lineStart && !(Text[start - 1] is '。' or '!' or '?')) start--;
        while (end < lineEnd && !(Text[end] is '。' or '!' or '?')) end++;
        return (start, end);
    }

    public void Add(RelationKind kind, Verdict verdict, int start, int end, IReadOnlyList<string> numbers, string says, string? expected = null, IEnumerable<Figure>? figures = null) =>
        relations.Add(new()
        {
            Kind = kind, Verdict = verdict, Start = start, End = end, Line = Source.LineAt(start) + 1, Quote = Source.Quote(start, end), Numbers = numbers,
            Expected = expected, Says = says, FigureIds = figures?.Select(figure => figure.Id).ToList() ?? [],
        });

    public void Add(RelationKind kind, Verdict verdict, IReadOnlyList<Figure> figures, string says, string? expected = null)
    {
        var start = figures.Min(figure => figure.Start);
        var end = figures.Max(figure => figure.End);
        Add(kind, verdict, start, end, figures.Select(figure => figure.Numeral).ToList(), says, expected, figures);
    }

    /// <summary>Totals with their parts, for the shares that are printed beside the parts.</summary>
    public List<Relations.SumHit> Sums { get; } = [];
}
