using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Calendar;
using Fadu.Rules.Ledger;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Matters;

/// <summary>A file as a matter shows it.</summary>
public sealed record MatterFile(int Sequence, int Position, string Instrument, string Name, string Sm3, long Size);

/// <summary>One entry of the timeline.</summary>
/// <param name="Act">The act in the state, or none where the entry is no step.</param>
/// <param name="Values">What it set, by field; null = cleared.</param>
/// <param name="Days">Corrected days by the sequence of the act.</param>
public sealed record TimelineEntry(
    int Sequence, string Kind, string Title, RecordedAct? Act, DateOnly On, DateTimeOffset Recorded, string Who, string Office, string? Reason, string? Number,
    IReadOnlyList<(Field Field, object? Value)> Values, IReadOnlyList<(string Step, DateOnly Day)> Days, IReadOnlyList<MatterFile> Files, string Hash, bool Sealed);

/// <summary>A finding as a matter shows it.</summary>
public sealed record MatterFinding(long Id, string Severity, string Says, string Status, DateOnly OccurredOn);

/// <summary>Another matter that this one names or that names it.</summary>
public sealed record MatterLink(long Id, string Relation, Register Register, string? Number, string Title, string Status);

/// <summary>All that the page of a matter shows.</summary>
/// <param name="Facts">Facts and clocks, each due day explained.</param>
/// <param name="Context">With the matters that this one refers to.</param>
public sealed record MatterView(
    LoadedMatter Matter, MatterFacts Facts, ProcedureContext Context, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<MatterFinding> Findings, IReadOnlyList<MatterLink> Links)
{
    /// <summary>Register.</summary>
    public Register Register => Matter.Register;
    /// <summary>State.</summary>
    public MatterState State => Matter.State;
    /// <summary>Files, newest first.</summary>
    public IEnumerable<MatterFile> Files => Timeline.SelectMany(t => t.Files);
}

/// <summary>Reads one matter with everything around it.</summary>
public sealed class MatterDetails(Database database, LawStore law, MatterReader reader)
{
    private const int MostLinks = 20;

    /// <summary>The matter with its facts, for forms; null where it is not in the scope of the account.</summary>
    public async Task<(LoadedMatter Matter, ProcedureContext Context)?> FindAsync(Actor actor, long id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await FindAsync(connection, actor, id);
    }

    /// <summary>Everything; null where it is not in the scope of the account.</summary>
    public async Task<MatterView?> ViewAsync(Actor actor, long id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        if (await FindAsync(connection, actor, id) is not { } found)
        {
            return null;
        }

        var (matter, context) = found;
        return new(matter, FactBuilder.Build(matter.Register, matter.State, context, trace: true), context,
            await TimelineAsync(connection, actor.Region, matter), await FindingsAsync(connection, actor.Region, id), await LinksAsync(connection, actor, matter));
    }

    private async Task<(LoadedMatter Matter, ProcedureContext Context)?> FindAsync(DbConnection connection, Actor actor, long id)
    {
        var matter = await reader.FindAsync(connection, null, actor.Region, id);
        if (matter is null || !actor.Covers(matter.State.Office, matter.State.Handler))
        {
            return null;
        }

        var references = await reader.ReferencesAsync(connection, null, actor.Region, matter.Register, matter.State, matter.State.Values);
        return (matter, law.Context(matter.Register) with { References = references });
    }

    private static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(DbConnection connection, string region, LoadedMatter matter)
    {
        var files = (await connection.QueryAsync<(int Sequence, int Position, string Instrument, string Name, string Sm3, long Size)>(
            "select sequence, position, instrument, name, sm3, size from matter_files where region = @region and matter_id = @id order by sequence, position",
            new { region, id = matter.Id })).ToLookup(f => f.Sequence, f => new MatterFile(f.Sequence, f.Position, f.Instrument, f.Name, f.Sm3, f.Size));
        var rows = await connection.QueryAsync<(int Sequence, string Kind, string Step, string Payload, object Effect, object Recorded, string Office, string Hash, long? Leaf)>(
            "select sequence, kind, step, payload, took_effect, recorded, office, hash, leaf from entries where region = @region and matter_id = @id order by sequence",
            new { region, id = matter.Id });
        List<TimelineEntry> timeline = [];
        foreach (var row in rows)
        {
            var payload = JsonNode.Parse(row.Payload)!.AsObject();
            var act = matter.State.Acts.FirstOrDefault(a => a.Sequence == row.Sequence);
            var recorded = ColumnValues.Time(row.Recorded)!.Value;
            timeline.Add(new(
                row.Sequence, row.Kind, matter.Register.Step(row.Step)?.Title ?? EntryKinds.Titles.GetValueOrDefault(row.Kind, row.Kind), act,
                act?.On ?? recorded.DayInChina(), recorded, Text(payload, "name") ?? "", row.Office,
                Text(payload, "reason"), act?.Number, Values(matter.Register, payload), Days(matter, payload), [.. files[row.Sequence]], row.Hash, row.Leaf is not null));
        }

        timeline.Reverse();
        return timeline;
    }

    private static List<(Field, object?)> Values(Register register, JsonObject payload)
    {
        List<(Field, object?)> values = [];
        foreach (var (id, node) in payload["values"] as JsonObject ?? [])
        {
            if (register.Field(id) is { } field)
            {
                values.Add((field, StateJson.Read(field, node)));
            }
        }

        values.AddRange((payload["cleared"] as JsonArray ?? []).Select(c => register.Field(c!.GetValue<string>())).OfType<Field>().Select(f => (f, (object?)null)));
        return values;
    }

    private static List<(string, DateOnly)> Days(LoadedMatter matter, JsonObject payload)
    {
        List<(string, DateOnly)> days = [];
        foreach (var (sequence, day) in payload["days"] as JsonObject ?? [])
        {
            var act = matter.State.Acts.FirstOrDefault(a => a.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture) == sequence);
            days.Add((matter.Register.Step(act?.Step ?? "")?.Title ?? sequence, ColumnValues.Day(day!.GetValue<string>())!.Value));
        }

        return days;
    }

    private static string? Text(JsonObject node, string key) => node[key]?.GetValue<string>();

    private static async Task<IReadOnlyList<MatterFinding>> FindingsAsync(DbConnection connection, string region, long id) =>
        [.. (await connection.QueryAsync<(long Id, string Severity, string Says, string Status, object On)>(
            "select id, severity, says, status, occurred_on from findings where region = @region and matter_id = @id order by id desc", new { region, id }))
            .Select(f => new MatterFinding(f.Id, f.Severity, f.Says, f.Status, ColumnValues.Day(f.On)!.Value))];

    private async Task<IReadOnlyList<MatterLink>> LinksAsync(DbConnection connection, Actor actor, LoadedMatter matter)
    {
        List<MatterLink> links = [];
        foreach (var field in matter.Register.Fields.Where(f => f.Type == FieldType.Reference))
        {
            if (matter.State.Values.GetValueOrDefault(field.Id) is long other)
            {
                await AddAsync(links, connection, actor, other, field.Title);
            }
        }

        foreach (var register in law.Current.Newest)
        {
            var table = law.Current.Facts(register.Id);
            foreach (var column in table.Columns.Where(c => c.Type == ColumnType.Reference && c.Register == matter.Register.Id))
            {
                foreach (var id in await connection.QueryAsync<long>(
                    $"select matter_id from {table.Name} where region = @Region and {column.Name} = @id order by matter_id desc limit {MostLinks}", new { actor.Region, id = matter.Id }))
                {
                    await AddAsync(links, connection, actor, id, register.Title);
                }
            }
        }

        foreach (var (other, kind, own) in await connection.QueryAsync<(long Other, long Kind, long Own)>(
            $"""
            select other_id, kind, 1 from links where region = @Region and matter_id = @id union all
            select matter_id, kind, 0 from links where region = @Region and other_id = @id order by 1 desc, 2 desc limit {MostLinks}
            """, new { actor.Region, id = matter.Id }))
        {
            if (links.TrueForAll(l => l.Id != other))
            {
                await AddAsync(links, connection, actor, other, Relation((LinkKind)kind, own == 1));
            }
        }

        return links;
    }

    private static string Relation(LinkKind kind, bool own) => (kind, own) switch
    {
        (LinkKind.Collected, true) => "范围内事项",
        (LinkKind.Collected, false) => "列入其范围",
        (LinkKind.Applied, true) => "同时办理",
        (LinkKind.Applied, false) => "由其成批办理",
        (_, true) => "同时登记",
        (_, false) => "由其转来",
    };

    private async Task AddAsync(List<MatterLink> links, DbConnection connection, Actor actor, long id, string relation)
    {
        if (await reader.FindAsync(connection, null, actor.Region, id) is { } other && actor.Covers(other.State.Office, other.State.Handler))
        {
            links.Add(new(id, relation, other.Register, other.State.Number, PersonalData.Title(other.Register, other.State.Title, other.State.Values), other.State.Status));
        }
    }
}
