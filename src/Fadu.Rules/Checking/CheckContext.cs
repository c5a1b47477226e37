using Fadu.Rules.Checking.Figures;
using Fadu.Rules.Checking.Text;

namespace Fadu.Rules.Checking;

/// <summary>What every relation reads and where it writes. Lives for one check only.</summary>
internal sealed class CheckContext
{
    private readonly List<CheckedRelation> relations = [];
    private const int MaxPassage = 200;
    private const int MaxSentence = 1_500;
    private readonly List<List<Figure>> passages = [];
    private readonly Dictionary<int, List<Figure>> passageOf = [];
    private readonly Dictionary<int, int> bracketAt;
    private readonly Dictionary<int, int> order = [];
    private readonly HashSet<int> flow = [];
    private readonly Dictionary<int, Relations.SumHit> sumOf = [];

    public CheckContext(SourceText source, ScannedText scanned, IReadOnlyList<ReportTable> tables, CheckOptions options)
    {
        Source = source;
        Figures = scanned.Figures;
        Brackets = scanned.Brackets;
        Tables = tables;
        Options = options;
        Quantities = Figures.Where(figure => figure.Role == FigureRole.Quantity).OrderBy(figure => figure.Start).ToList();
        for (var i = 0; i < Quantities.Count; i++) order[Quantities[i].Id] = i;
        bracketAt = Brackets.ToDictionary(bracket => bracket.Start, bracket => bracket.Id);
        // A line with thousands of figures is no paragraph that anyone wrote: it is read in passages, so that time stays in proportion to the text.
        foreach (var paragraph in Quantities.GroupBy(figure => figure.Paragraph))
            foreach (var passage in paragraph.Chunk(MaxPassage))
            {
                var list = passage.ToList();
                passages.Add(list);
                foreach (var figure in list) passageOf[figure.Id] = list;
            }
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

    public IEnumerable<List<Figure>> Paragraphs => passages;

    /// <summary>The figures of the paragraph around a figure.</summary>
    public List<Figure> Around(Figure figure) => passageOf.TryGetValue(figure.Id, out var list) ? list : [];

    /// <summary>The figures before a figure, nearest first.</summary>
    public IEnumerable<Figure> Before(Figure figure, int most)
    {
        if (!order.TryGetValue(figure.Id, out var at)) yield break;
        for (var i = at - 1; i >= 0 && i >= at - most; i--) yield return Quantities[i];
    }

    /// <summary>The figure after a figure in its paragraph, or null.</summary>
    public Figure? Next(Figure figure) =>
        order.TryGetValue(figure.Id, out var at) && at + 1 < Quantities.Count && Quantities[at + 1].Paragraph == figure.Paragraph ? Quantities[at + 1] : null;

    /// <summary>The bracket that opens at an offset, −1 for none.</summary>
    public int BracketAt(int offset) => bracketAt.TryGetValue(offset, out var id) ? id : -1;

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
        while (start > lineStart && offset - start < MaxSentence && !(Text[start - 1] is '。' or '!' or '?')) start--;
        while (end < lineEnd && end - offset < MaxSentence && !(Text[end] is '。' or '!' or '?')) end++;
        return (start, end);
    }

    public void Add(RelationKind kind, Verdict verdict, int start, int end, IReadOnlyList<string> numbers, string says, string? expected = null, IEnumerable<Figure>? figures = null) =>
        relations.Add(new()
        {
            Kind = kind,
            Verdict = verdict,
            Start = start,
            End = end,
            Line = Source.LineAt(start) + 1,
            Quote = Source.Quote(start, end),
            Numbers = numbers,
            Expected = expected,
            Says = says,
            FigureIds = figures?.Select(figure => figure.Id).ToList() ?? [],
        });

    public void Add(RelationKind kind, Verdict verdict, IReadOnlyList<Figure> figures, string says, string? expected = null)
    {
        var start = figures.Min(figure => figure.Start);
        var end = figures.Max(figure => figure.End);
        Add(kind, verdict, start, end, figures.Select(figure => figure.Numeral).ToList(), says, expected, figures);
    }

    /// <summary>Totals with their parts, for the shares that are printed beside the parts.</summary>
    public void AddSums(IEnumerable<Relations.SumHit> hits)
    {
        foreach (var hit in hits)
            foreach (var part in hit.Parts) sumOf.TryAdd(part.Id, hit);
    }

    /// <summary>Figures of a stock and its flow: they add crosswise and are no list of parts.</summary>
    public void AddFlow(IEnumerable<Figure> figures) => flow.UnionWith(figures.Select(figure => figure.Id));

    /// <summary>True for a figure of a stock and its flow.</summary>
    public bool IsFlow(Figure figure) => flow.Contains(figure.Id);

    /// <summary>The sum in which a figure is a part, or null.</summary>
    public Relations.SumHit? SumOf(Figure part) => sumOf.GetValueOrDefault(part.Id);
}
