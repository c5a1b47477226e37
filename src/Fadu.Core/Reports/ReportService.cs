using System.Globalization;
using Dapper;
using Fadu.Core.Districts;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>Reports from the first draft to the frozen text: makes them, changes their texts, puts them together.</summary>
public sealed class ReportService(
    Database database, District district, LawStore law, OfficeDirectory offices, ReportMeasures measures, DefinitionBook definitions, ReportLists lines, NarrativeService narratives, RecordIds ids, TimeProvider time)
{
    private const string Columns = "id, matter_id, template, year, office, title, status, version, draft, changed_at, account";

    /// <summary>All reports, newest year first.</summary>
    public async Task<IReadOnlyList<Report>> AllAsync(string region, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<Row>($"select {Columns} from reports where region = @region order by year desc, id", new { region });
        return [.. rows.Select(r => r.ToReport())];
    }

    /// <summary>The report, or null where there is none.</summary>
    public async Task<Report?> FindAsync(string region, string id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return (await connection.QuerySingleOrDefaultAsync<Row>($"select {Columns} from reports where region = @region and id = @id", new { region, id }))?.ToReport();
    }

    /// <summary>Begins a report and asks everybody for the paragraphs that its template wants.</summary>
    /// <param name="office">Office reported on with all below it; empty = the whole district.</param>
    public async Task<ReportOutcome> CreateAsync(string template, int year, string office, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May("reports.compose"))
        {
            return "您的角色不能编写报告，请由司法局承办人办理。";
        }

        if (!law.Current.ReportTemplates.TryGetValue(template, out var found))
        {
            return $"没有“{template}”这个报告模板，请从列出的模板中选择：{string.Join("、", law.Current.ReportTemplates.Keys)}。";
        }

        if (year < 2000 || year > measures.Today.Year)
        {
            return $"不能编写{year}年度的报告：年度应在2000年至{measures.Today.Year}年之间。请改年度。";
        }

        if (office.Length > 0 && offices.Find(actor.Region, office) is null)
        {
            return $"没有代码为“{office}”的单位，请从列表中选择。";
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{year}-{template}{(office.Length == 0 ? "" : "-" + office)}");
        if (await FindAsync(actor.Region, id, cancel) is not null)
        {
            return $"{year}年度已有这份报告，请直接打开它；定稿以后仍可再次定稿。";
        }

        var report = new Report(id, ids.Next(), template, year, office, Title(found, year, Organ(actor.Region, office)), ReportStatus.Draft, 1, ReportEdits.None, time.GetUtcNow(), actor.Account);
        await database.WriteAsync((connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add(
                """
                insert into reports(region, id, matter_id, template, year, office, title, status, version, draft, changed_at, account)
                values (@region, @id, @matter, @template, @year, @office, @title, @status, 1, @draft, @at, @account)
                """,
                ("region", actor.Region), ("id", id), ("matter", report.Matter), ("template", template), ("year", year), ("office", office), ("title", report.Title),
                ("status", StatusText(report.Status)), ("draft", report.Edits.ToJson()), ("at", report.ChangedAt), ("account", actor.Account));
            narratives.AddAsked(batch, actor, report, found);
            return batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        return ReportOutcome.Done(id);
    }

    /// <summary>Changes the text of a section; an empty text takes the template's again.</summary>
    public Task<ReportOutcome> SaveTextAsync(string id, string section, string text, int seen, Actor actor, CancellationToken cancel = default)
    {
        List<ReportTextError> errors = [];
        var parsed = ReportTextParser.Parse(text.ReplaceLineEndings("\n").Trim(), errors);
        if (errors.Count > 0)
        {
            return Task.FromResult<ReportOutcome>($"第{errors[0].Offset + 1}字处：{errors[0].Message}。{errors[0].Advice}。");
        }

        var check = new MeasureCheck(law.Current.Measures, law.Current.FindFacts);
        if (parsed.Figures.Select(f => check.Request(f.Request)).FirstOrDefault(p => p is not null) is { } problem)
        {
            return Task.FromResult<ReportOutcome>(problem);
        }

        return ChangeAsync(id, seen, actor, edits => edits with { Texts = With(edits.Texts, section, parsed.Source) }, cancel);
    }

    /// <summary>Types a figure by hand; it is printed and marked 无来源.</summary>
    public Task<ReportOutcome> SaveTypedAsync(string id, string typed, string value, int seen, Actor actor, CancellationToken cancel = default) =>
        value.Trim().Length > 40
            ? Task.FromResult<ReportOutcome>("手填数字不应超过40个字，请只填数字。")
            : ChangeAsync(id, seen, actor, edits => edits with { Typed = With(edits.Typed, typed, value.Trim()) }, cancel);

    /// <summary>Puts a report together from its present state.</summary>
    /// <param name="lists">Also the matters behind each figure.</param>
    /// <param name="placeholders">Shows on paper what is missing.</param>
    public async Task<ComposedReport> ComposeAsync(Report report, string region, bool lists, bool placeholders, CancellationToken cancel = default)
    {
        var template = Template(report);
        var all = await narratives.OfAsync(region, report.Id, cancel);
        var draft = new ReportDraft
        {
            Year = report.Year,
            Place = district.Short,
            Organ = Organ(region, report.Office),
            Date = measures.Today,
            Office = report.Office.Length == 0 ? null : report.Office,
            Texts = report.Edits.Texts,
            Typed = report.Edits.Typed,
            Narratives = [.. all.Where(n => n.Status == NarrativeStatus.Accepted).Select(n => new NarrativeText(n.Section, n.Office, n.Text))],
            Missing = Missing(template, all, region),
            Lists = await lines.LinesAsync(template, region, report.Year, report.Office.Length == 0 ? null : report.Office, cancel),
            Placeholders = placeholders,
        };
        var composer = new ReportComposer(law.Current, template, draft);
        var choices = (await definitions.OfYearAsync(region, report.Year, cancel)).SeenFrom(draft.Office);
        var answers = await measures.AnswerAsync(region, composer.Questions(), choices, lists, cancel);
        return composer.Compose(q => answers[q]);
    }

    /// <summary>A report of a year as it would be without any draft: for the command line.</summary>
    public async Task<Report> FindOrPlanAsync(string region, string template, int year, CancellationToken cancel = default) =>
        await FindAsync(region, string.Create(CultureInfo.InvariantCulture, $"{year}-{template}"), cancel)
        ?? new("", 0, template, year, "", "", ReportStatus.Draft, 0, ReportEdits.None, time.GetUtcNow(), "");

    /// <summary>Template of a report.</summary>
    /// <exception cref="StoreException">The law has it no more.</exception>
    public ReportTemplate Template(Report report) => law.Current.ReportTemplates.GetValueOrDefault(report.Template)
        ?? throw new StoreException($"报告模板“{report.Template}”已不在制度库中", $"请在 law/reports 下恢复 {report.Template}.yaml");

    internal static string StatusText(ReportStatus status) => status == ReportStatus.Draft ? "draft" : "frozen";

    private List<MissingNarrative> Missing(ReportTemplate template, IReadOnlyList<Narrative> all, string region) =>
        [.. from section in template.Parts.SelectMany(p => p.Sections)
            where section.Narrative is not null
            let mine = all.Where(n => n.Section == section.Id).ToList()
            from missing in mine.Count == 0
                ? [new MissingNarrative(section.Id, section.Title, "待报送：" + section.Narrative!.Ask)]
                : mine.Where(n => n.Status != NarrativeStatus.Accepted).Select(n => new MissingNarrative(section.Id, section.Title, $"{narratives.From(region, n.Office)}{NarrativeService.Title(n.Status)}"))
            select missing];

    private string Organ(string region, string office) => office.Length == 0 ? district.Name : offices.Name(region, office);

    private string Title(ReportTemplate template, int year, string office) => string.Concat(template.Title.Pieces.Select(p => p switch
    {
        WordPiece { Word: "district" } => district.Short,
        WordPiece { Word: "office" } => office,
        WordPiece { Word: "year" } => year.ToString(CultureInfo.InvariantCulture),
        WordPiece => Period.Year(year).Title,
        LiteralPiece literal => literal.Text,
        _ => "",
    }));

    private async Task<ReportOutcome> ChangeAsync(string id, int seen, Actor actor, Func<ReportEdits, ReportEdits> change, CancellationToken cancel)
    {
        if (!actor.May("reports.compose"))
        {
            return "您的角色不能修改报告，请由司法局承办人办理。";
        }

        if (await FindAsync(actor.Region, id, cancel) is not { } report)
        {
            return "没有这份报告。请从报告列表中打开。";
        }

        if (report.Version != seen)
        {
            return $"报告在您打开之后已由{report.Account}修改。请核对现在的内容，再保存一次。";
        }

        var changed = await database.WriteAsync((connection, transaction) =>
        {
            var batch = new SqlBatch(database);
            batch.Add(
                "update reports set draft = @draft, version = version + 1, changed_at = @at, account = @account where region = @region and id = @id and version = @seen",
                ("draft", change(report.Edits).ToJson()), ("at", time.GetUtcNow()), ("account", actor.Account), ("region", actor.Region), ("id", id), ("seen", seen));
            return batch.ExecuteAsync(connection, transaction, cancel);
        }, cancel);
        return changed == 1 ? ReportOutcome.Done(id) : "报告刚刚被别人修改。请核对现在的内容，再保存一次。";
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> all, string key, string value)
    {
        var changed = all.ToDictionary();
        if (value.Length == 0)
        {
            changed.Remove(key);
        }
        else
        {
            changed[key] = value;
        }

        return changed;
    }

    private sealed class Row
    {
        public string Id { get; set; } = "";
        public long Matter_Id { get; set; }
        public string Template { get; set; } = "";
        public long Year { get; set; }
        public string Office { get; set; } = "";
        public string Title { get; set; } = "";
        public string Status { get; set; } = "";
        public long Version { get; set; }
        public string Draft { get; set; } = "";
        public object Changed_At { get; set; } = "";
        public string Account { get; set; } = "";

        public Report ToReport() => new(
            Id, Matter_Id, Template, (int)Year, Office, Title, Status == "draft" ? ReportStatus.Draft : ReportStatus.Frozen, (int)Version, ReportEdits.FromJson(Draft), ColumnValues.Time(Changed_At)!.Value, Account);
    }
}
