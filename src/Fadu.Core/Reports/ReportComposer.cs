using System.Globalization;
using System.Text;
using Fadu.Core.Documents;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>Puts a report together from template, records and paragraphs. Reads nothing itself: it first says what it asks, then takes the answers.</summary>
public sealed class ReportComposer
{
    private readonly Rules.Registers.Law law;
    private readonly ReportTemplate template;
    private readonly ReportDraft draft;
    private readonly Period period;
    private readonly Dictionary<string, ReportText> texts = [];
    private readonly Dictionary<string, int> used = [];
    private readonly List<ReportFigure> figures = [];
    private readonly FigureTables tables;
    private Func<FigureQuestion, FigureAnswer> answer = _ => throw new InvalidOperationException("Compose has not begun.");

    /// <summary>A report to compose.</summary>
    /// <param name="template">Its measures exist: the loader has checked the template's, and whoever saved a changed text has checked that.</param>
    public ReportComposer(Rules.Registers.Law law, ReportTemplate template, ReportDraft draft)
    {
        (this.law, this.template, this.draft, period) = (law, template, draft, Period.Year(draft.Year));
        foreach (var section in template.Parts.SelectMany(p => p.Sections))
        {
            if (draft.Texts.TryGetValue(section.Id, out var changed))
            {
                texts[section.Id] = ReportTextParser.Parse(changed, []);
            }
            else if (section.Text is { } text)
            {
                texts[section.Id] = text;
            }
        }

        tables = new(draft.Year, piece => law.Measures[piece.Measure].Title + FilterTitle(piece), law, Figure);
    }

    /// <summary>Everything that the report asks of the records, this year's and last year's.</summary>
    public IReadOnlyCollection<FigureQuestion> Questions() =>
        [.. template.Parts.SelectMany(p => p.Sections)
            .SelectMany(s => (texts.GetValueOrDefault(s.Id)?.Figures ?? []).Concat(s.Table is { } t ? tables.Pieces(t) : []))
            .Select(Question).SelectMany(q => new[] { q, q.Previous }).Distinct()];

    /// <summary>Puts the report together.</summary>
    public ComposedReport Compose(Func<FigureQuestion, FigureAnswer> answers)
    {
        answer = answers;
        figures.Clear();
        used.Clear();
        List<Block> blocks = [];
        List<ComposedSection> sections = [];
        foreach (var part in template.Parts)
        {
            blocks.Add(new Heading(1, part.Title));
            foreach (var section in part.Sections)
            {
                var before = figures.Count;
                blocks.Add(new Heading(2, section.Title));
                Write(section, blocks);
                sections.Add(new(section.Id, part.Title, section.Title, section.Narrative?.Ask, figures.Count - before));
            }
        }

        var title = string.Concat(template.Title.Pieces.Select(p => p is WordPiece word ? Word(word.Word) : (p as LiteralPiece)?.Text));
        var document = new OfficialDocument
        {
            TitleLines = DocumentTitle.Break(title),
            Blocks = blocks,
            Signature = new(draft.Organ, draft.Date),
            Note = "此件公开发布",
        };
        return new(title, document, sections, [.. figures], draft.Missing);
    }

    private void Write(ReportSection section, List<Block> blocks)
    {
        if (texts.GetValueOrDefault(section.Id) is { } text)
        {
            blocks.AddRange(Paragraphs(section.Id, text));
        }

        if (section.Table is { } table)
        {
            blocks.Add(tables.Write(section.Id, table));
        }

        blocks.AddRange((draft.Lists.GetValueOrDefault(section.Id) ?? []).Select(l => new Paragraph(l)));
        foreach (var narrative in draft.Narratives.Where(n => n.Section == section.Id))
        {
            blocks.AddRange(narrative.Text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => new Paragraph(l)));
        }

        if (draft.Placeholders)
        {
            blocks.AddRange(draft.Missing.Where(m => m.Section == section.Id).Select(m => new Paragraph($"【{m.Says}】")));
        }
    }

    private IEnumerable<Paragraph> Paragraphs(string section, ReportText text)
    {
        List<Run> runs = [];
        var words = new StringBuilder();
        void EndWords()
        {
            if (words.Length > 0)
            {
                runs.Add(new(words.ToString()));
                words.Clear();
            }
        }

        foreach (var piece in text.Pieces)
        {
            switch (piece)
            {
                case WordPiece word:
                    words.Append(Word(word.Word));
                    break;
                case FigurePiece { Form: FigureForm.Definition } figure:
                    words.Append(answer(Question(figure)).Value.Definition.Text);
                    break;
                case FigurePiece or TypedPiece:
                    EndWords();
                    var made = piece is TypedPiece typed ? Typed(section, typed) : Figure(section, (FigurePiece)piece);
                    runs.Add(new(made.Printed, made.Id));
                    break;
                case LiteralPiece literal:
                    var lines = literal.Text.ReplaceLineEndings("\n").Split('\n');
                    for (var i = 0; i < lines.Length; i++)
                    {
                        if (i > 0)
                        {
                            EndWords();
                            if (runs.Count > 0)
                            {
                                yield return new(runs);
                                runs = [];
                            }
                        }

                        words.Append(i > 0 ? lines[i].TrimStart() : lines[i]);
                    }

                    break;
            }
        }

        EndWords();
        if (runs.Count > 0)
        {
            yield return new(runs);
        }
    }

    private string Word(string word) => word switch
    {
        "district" => draft.Place,
        "office" => draft.Organ,
        "year" => draft.Year.ToString(CultureInfo.InvariantCulture),
        _ => period.Title,
    };

    private FigureQuestion Question(FigurePiece piece) =>
        new(piece.Request, period, piece.Office ?? draft.Office);

    private ReportFigure Typed(string section, TypedPiece piece)
    {
        var text = draft.Typed.GetValueOrDefault(piece.Id);
        var figure = new ReportFigure
        {
            Id = Unique("typed-" + piece.Id),
            Section = section,
            Title = "手填数字 " + piece.Id,
            Printed = text is { Length: > 0 } ? text : MeasureFormat.Missing,
            Value = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null,
        };
        figures.Add(figure);
        return figure;
    }

    private ReportFigure Figure(string section, FigurePiece piece)
    {
        var question = Question(piece);
        var (now, before) = (answer(question), answer(question.Previous));
        var measure = law.Measures[piece.Measure];
        var shown = piece.Form == FigureForm.Previous ? before : now;
        var figure = new ReportFigure
        {
            Id = Unique(string.Concat([piece.Measure, .. piece.Request.Filters.Select(f => $"-{f.Field}-{f.Code}"), Suffix(piece)])),
            Section = section,
            Title = measure.Title + FilterTitle(piece),
            Measure = measure.Id,
            Filter = string.Join(", ", question.Request.Filters),
            Form = piece.Form,
            Definition = shown.Value.Definition.Id,
            DefinitionText = shown.Value.Definition.Text,
            Office = question.Office,
            Period = piece.Form == FigureForm.Previous ? question.Previous.Period : question.Period,
            Unit = measure.Unit,
            Value = shown.Value.Value,
            Numerator = shown.Value.Numerator,
            Denominator = shown.Value.Denominator,
            Previous = before.Value.Value,
            Printed = FigureText.Of(piece, measure, now.Value.Value, before.Value.Value, now.Value.Definition.Text),
            Lists = shown.Lists,
        };
        if (piece.Form != FigureForm.Definition)
        {
            figures.Add(figure);
        }

        return figure;
    }

    private static string Suffix(FigurePiece piece) =>
        (piece.Office is null ? "" : "-" + piece.Office) + piece.Form switch { FigureForm.Previous => "-previous", FigureForm.Change => "-change", _ => "" };

    private string FilterTitle(FigurePiece piece)
    {
        var (measure, filters) = (law.Measures[piece.Measure], piece.Request.Filters);
        if (filters.Count == 0)
        {
            return "";
        }

        var table = law.FindFacts(measure.Register);
        var rows = measure.RowsField is { } field ? table?.FindRows(field) : null;
        return "（" + string.Join("，", filters.Select(Words)) + "）";

        string Words(MeasureFilter filter) => (rows?.Find(filter.Field) ?? table?.Find(filter.Field)) switch
        {
            { Type: ColumnType.YesNo } column => column.Title + (filter.Code == "true" ? "" : "：否"),
            var column => column?.Codes?.Find(filter.Code)?.Title ?? filter.Code,
        };
    }

    private string Unique(string id)
    {
        var count = used[id] = used.GetValueOrDefault(id) + 1;
        return count == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
    }
}
