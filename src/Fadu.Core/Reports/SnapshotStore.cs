using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Expressions;
using Fadu.Rules.Procedures;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>Frozen reports as stored: written once, never changed.</summary>
public sealed class SnapshotStore(Database database, LawStore law)
{
    private const string Columns = "id, report_id, sequence, title, year, office, sm3, law, checkpoint_size, checkpoint_root, reason, frozen_at, account";

    /// <summary>Freezes of a report, newest first.</summary>
    public async Task<IReadOnlyList<SnapshotHead>> OfAsync(string region, string report, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<Row>($"select {Columns} from snapshots where region = @region and report_id = @report order by sequence desc", new { region, report });
        return [.. rows.Select(r => r.Head())];
    }

    /// <summary>Freezes of all reports of a year, newest first.</summary>
    public async Task<IReadOnlyList<SnapshotHead>> OfYearAsync(string region, int year, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<Row>($"select {Columns} from snapshots where region = @region and year = @year order by frozen_at desc, sequence desc", new { region, year });
        return [.. rows.Select(r => r.Head())];
    }

    /// <summary>The frozen report, or null where there is none.</summary>
    public async Task<Snapshot?> FindAsync(string region, string id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<Row>($"select {Columns}, body from snapshots where region = @region and id = @id", new { region, id });
        if (row is null)
        {
            return null;
        }

        var figures = await connection.QueryAsync<FigureRow>("select *, figure as FigureId from snapshot_figures where region = @region and snapshot_id = @id order by position", new { region, id });
        return new(row.Head(), DocumentJson.Read(JsonNode.Parse(row.Body)!["document"]!.AsObject()), [.. figures.Select(f => f.Figure())]);
    }

    /// <summary>A list with its matters.</summary>
    public async Task<FigureList> WithMattersAsync(string region, FigureList list, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var items = await connection.QuerySingleAsync<string>("select items from snapshot_lists where region = @region and sm3 = @sm3", new { region, sm3 = list.Sm3 });
        return list with { Matters = FigureList.Read(items) };
    }

    /// <summary>Matters of a frozen list beside their present state, only those that the actor may see, with the names of persons hidden.</summary>
    public async Task<IReadOnlyList<FrozenMatter>> MattersAsync(Actor actor, IReadOnlyList<MatterVersion> matters, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        Dictionary<long, FrozenMatter> found = [];
        foreach (var chunk in matters.Chunk(500))
        {
            var frozen = chunk.ToDictionary(m => m.Matter, m => m.Version);
            var rows = await connection.QueryAsync<(long Id, int Version, string Register, object Definition, string? Number, string Title, string Office, string? Handler, string Status, string State)>(
                $"select id, version, register, definition, number, title, office, handler, status, state from matters where region = @region and id {database.IsOneOf("@ids")}", new { region = actor.Region, ids = database.List(frozen.Keys) });
            foreach (var row in rows)
            {
                var register = law.Version(row.Register, ColumnValues.Day(row.Definition)!.Value);
                found[row.Id] = new(row.Id, frozen[row.Id], row.Version, register.Title, row.Number, PersonalData.Title(register, row.Title, StateJson.Read(register, row.State).Values), row.Office, row.Handler, row.Status);
            }
        }

        return [.. matters.Select(m => found.GetValueOrDefault(m.Matter) ?? new(m.Matter, m.Version, null, "", null, "", "", null, "")).Where(m => m.Now is null || actor.Covers(m.Office, m.Handler))];
    }

    internal static void Add(SqlBatch batch, string region, SnapshotHead head, string body, IReadOnlyList<ReportFigure> figures)
    {
        batch.Add(
            """
            insert into snapshots(region, id, report_id, sequence, title, year, office, body, sm3, law, checkpoint_size, checkpoint_root, reason, frozen_at, account)
            values (@region, @id, @report, @sequence, @title, @year, @office, @body, @sm3, @law, @size, @root, @reason, @at, @account)
            """,
            ("region", region), ("id", head.Id), ("report", head.Report), ("sequence", head.Sequence), ("title", head.Title), ("year", head.Year), ("office", head.Office), ("body", body), ("sm3", head.Sm3),
            ("law", head.Law), ("size", head.CheckpointSize), ("root", head.CheckpointRoot), ("reason", head.Reason), ("at", head.FrozenAt), ("account", head.Account));
        foreach (var list in figures.SelectMany(f => f.Lists).DistinctBy(l => l.Sm3))
        {
            batch.Add("insert into snapshot_lists(region, sm3, count, items) values (@region, @sm3, @count, @items) on conflict (region, sm3) do nothing",
                ("region", region), ("sm3", list.Sm3), ("count", list.Count), ("items", FigureList.Text(list.Matters)));
        }

        for (var i = 0; i < figures.Count; i++)
        {
            var f = figures[i];
            batch.Add(
                """
                insert into snapshot_figures(region, snapshot_id, figure, position, section, title, measure, filter, form, definition, definition_text, office, period_start, period_end, unit, value, numerator, denominator, previous, printed, lists)
                values (@region, @snapshot, @figure, @position, @section, @title, @measure, @filter, @form, @definition, @text, @office, @start, @end, @unit, @value, @numerator, @denominator, @previous, @printed, @lists)
                """,
                ("region", region), ("snapshot", head.Id), ("figure", f.Id), ("position", i), ("section", f.Section), ("title", f.Title), ("measure", f.Measure), ("filter", f.Filter), ("form", f.Form.ToString()),
                ("definition", f.Definition), ("text", f.DefinitionText), ("office", f.Office), ("start", f.Period?.Start), ("end", f.Period?.End), ("unit", f.Unit), ("value", ReportJson.Exact(f.Value)),
                ("numerator", ReportJson.Exact(f.Numerator)), ("denominator", ReportJson.Exact(f.Denominator)), ("previous", ReportJson.Exact(f.Previous)), ("printed", f.Printed),
                ("lists", JsonSerializer.Serialize(f.Lists.Select(l => l with { Matters = [] }), JsonSerializerOptions.Web)));
        }
    }

    private sealed class Row
    {
        public string Id { get; set; } = "";
        public string Report_Id { get; set; } = "";
        public long Sequence { get; set; }
        public string Title { get; set; } = "";
        public long Year { get; set; }
        public string Office { get; set; } = "";
        public string Sm3 { get; set; } = "";
        public string Law { get; set; } = "";
        public long Checkpoint_Size { get; set; }
        public string Checkpoint_Root { get; set; } = "";
        public string Reason { get; set; } = "";
        public object Frozen_At { get; set; } = "";
        public string Account { get; set; } = "";
        public string Body { get; set; } = "";

        public SnapshotHead Head() => new(
            Id, Report_Id, (int)Sequence, Title, (int)Year, Office, Sm3, Law, Checkpoint_Size, Checkpoint_Root, Reason, ColumnValues.Time(Frozen_At)!.Value, Account);
    }

    private sealed class FigureRow
    {
        public string FigureId { get; set; } = "";
        public string Section { get; set; } = "";
        public string Title { get; set; } = "";
        public string? Measure { get; set; }
        public string Filter { get; set; } = "";
        public string Form { get; set; } = "";
        public string? Definition { get; set; }
        public string Definition_Text { get; set; } = "";
        public string? Office { get; set; }
        public object? Period_Start { get; set; }
        public object? Period_End { get; set; }
        public string Unit { get; set; } = "";
        public string? Value { get; set; }
        public string? Numerator { get; set; }
        public string? Denominator { get; set; }
        public string? Previous { get; set; }
        public string Printed { get; set; } = "";
        public string Lists { get; set; } = "[]";

        public ReportFigure Figure() => new()
        {
            Id = FigureId,
            Section = Section,
            Title = Title,
            Measure = Measure,
            Filter = Filter,
            Form = Enum.Parse<FigureForm>(Form),
            Definition = Definition,
            DefinitionText = Definition_Text,
            Office = Office,
            Period = ColumnValues.Day(Period_Start) is { } start && ColumnValues.Day(Period_End) is { } end ? PeriodOf(start, end) : null,
            Unit = Unit,
            Value = Number(Value),
            Numerator = Number(Numerator),
            Denominator = Number(Denominator),
            Previous = Number(Previous),
            Printed = Printed,
            Lists = JsonSerializer.Deserialize<List<FigureList>>(Lists, JsonSerializerOptions.Web) ?? [],
        };

        private static Period PeriodOf(DateOnly start, DateOnly end) => Period.Year(start.Year) is var year && (year.Start, year.End) == (start, end) ? year : Period.Between(start, end);

        private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
    }
}
