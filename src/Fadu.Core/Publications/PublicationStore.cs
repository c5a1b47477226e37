using System.Data.Common;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Publications;

/// <summary>A matter as the public sees it.</summary>
/// <param name="On">Day on which it was made public last.</param>
public sealed record PublishedMatter(long Id, DateOnly On, Publication Publication, IReadOnlyList<PublishedValue> Values);

/// <summary>A page of what was made public, newest first.</summary>
/// <param name="Next">Where the next page begins, or none.</param>
public sealed record PublicationPage(IReadOnlyList<PublishedMatter> Matters, PublicationCursor? Next);

/// <summary>Where a page ended.</summary>
public sealed record PublicationCursor(DateOnly On, long Matter);

/// <summary>A kind of publication that has something to show.</summary>
/// <param name="Latest">Day of the last one.</param>
public sealed record PublicationKind(Register Register, Publication Publication, DateOnly Latest);

/// <summary>What became public and stands, as <c>publish</c> of each register says, and nothing else of a matter.</summary>
public sealed class PublicationStore(Database database, LawStore law, MatterReader reader, TimeProvider time)
{
    /// <summary>Matters on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Publications that have something to show, in menu order.</summary>
    public async Task<IReadOnlyList<PublicationKind>> KindsAsync(string region, CancellationToken cancel = default)
    {
        var all = law.Current.Newest.SelectMany(r => r.Publications.Select(p => (Register: r, Publication: p))).ToList();
        var sql = new SqlQuery(database);
        sql.Add(string.Join(" union all ", all.Select((kind, i) => $"select {i}, max({Day(kind.Register, kind.Publication)}) from {Table(kind.Register)} f where {Stands(sql, region, kind.Register, kind.Publication)}")));
        await using var connection = await database.OpenAsync(cancel);
        var days = await sql.ReadAsync(connection, r => (Kind: r.GetInt32(0), Latest: ColumnValues.Day(r.IsDBNull(1) ? null : r.GetValue(1))), cancel);
        return [.. from day in days where day.Latest is not null orderby day.Kind select new PublicationKind(all[day.Kind].Register, all[day.Kind].Publication, day.Latest!.Value)];
    }

    /// <summary>The publication, or none.</summary>
    public (Register Register, Publication Publication)? Find(string register, string publication) =>
        law.Current.Has(register) && law.Current.Latest(register) is var newest && newest.Publications.FirstOrDefault(p => p.Id == publication) is { } found ? (newest, found) : null;

    /// <summary>Texts in which the public may search: shown whole, and free of names that are hidden elsewhere.</summary>
    public IReadOnlyList<string> Searchable(Register register, Publication publication) =>
    [
        .. publication.Fields.Except(publication.Redact).Where(id => law.Current.Facts(register.Id).Find(id) is { Type: ColumnType.Text, Personal: false }
            && (register.Field(id) is { } field ? field.Type is FieldType.Text or FieldType.Identifier or FieldType.Place : id.EndsWith("number", StringComparison.Ordinal)))
    ];

    /// <summary>A page.</summary>
    /// <param name="words">Found in any of the searchable texts; none = all.</param>
    public async Task<PublicationPage> PageAsync(string region, Register register, Publication publication, string? words, PublicationCursor? after, CancellationToken cancel = default)
    {
        var sql = new SqlQuery(database);
        var day = Day(register, publication);
        sql.Add($"select f.matter_id, {day} from {Table(register)} f where {Stands(sql, region, register, publication)}");
        if (!string.IsNullOrWhiteSpace(words))
        {
            var pattern = sql.Value("%" + words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%");
            sql.Add($" and ({string.Join(" or ", Searchable(register, publication).Select(c => $"f.{c} like {pattern} escape '\\'").DefaultIfEmpty("1 = 0"))})");
        }

        if (after is not null)
        {
            var (on, matter) = (sql.Value(after.On), sql.Value(after.Matter));
            sql.Add($" and ({day} < {on} or ({day} = {on} and f.matter_id < {matter}))");
        }

        sql.Add($" order by {day} desc, f.matter_id desc limit {PageSize + 1}");
        await using var connection = await database.OpenAsync(cancel);
        var rows = await sql.ReadAsync(connection, r => new PublicationCursor(ColumnValues.Day(r.GetValue(1))!.Value, r.GetInt64(0)), cancel);
        var matters = await reader.FindManyAsync(connection, null, region, [.. rows.Take(PageSize).Select(r => r.Matter)]);
        List<PublishedMatter> shown = [];
        foreach (var matter in matters)
        {
            if (await ViewAsync(connection, region, matter, publication.Id) is { } view)
            {
                shown.Add(view);
            }
        }

        return new(shown, rows.Count > PageSize ? rows[PageSize - 1] : null);
    }

    /// <summary>One matter; none where the public does not see it.</summary>
    public async Task<PublishedMatter?> FindAsync(string region, string register, string publication, long id, CancellationToken cancel = default)
    {
        await using var connection = await database.OpenAsync(cancel);
        var matter = await reader.FindAsync(connection, null, region, id);
        return matter?.Register.Id == register ? await ViewAsync(connection, region, matter, publication) : null;
    }

    private async Task<PublishedMatter?> ViewAsync(DbConnection connection, string region, LoadedMatter matter, string id)
    {
        var (register, state) = (matter.Register, matter.State);
        if (register.Publications.FirstOrDefault(p => p.Id == id) is not { } publication || !PublishedView.Stands(publication, state, time.Today()))
        {
            return null;
        }

        var context = law.Context(register) with { References = await reader.ReferencesAsync(connection, null, region, register, state, state.Values) };
        return new(matter.Id, state.Done(publication.Step).Last().On, publication, PublishedView.Of(register, publication, state, FactBuilder.Build(register, state, context).Row));
    }

    // The same question as PublishedView.Stands. Taken back and made public again on one day counts as taken back here: a list may show too little, never too much.
    private string Stands(SqlQuery sql, string region, Register register, Publication publication)
    {
        var day = Day(register, publication);
        var condition = $"f.region = {sql.Value(region)} and {day} is not null";
        if (Column(register, publication.Withdrawal) is { } withdrawn)
        {
            condition += $" and ({withdrawn} is null or {withdrawn} < {day})";
        }

        return publication.Until is { } until ? $"{condition} and (f.{until} is null or f.{until} >= {sql.Value(time.Today())})" : condition;
    }

    private string Day(Register register, Publication publication) => Column(register, publication.Step)!;

    private string? Column(Register register, string step) =>
        law.Current.Facts(register.Id) is var facts && facts.Find(step + "_last") is not null ? $"coalesce(f.{step}_last, f.{step}_on)"
        : facts.Find(step + "_on") is not null ? $"f.{step}_on"
        : null;

    private static string Table(Register register) => FactTable.TableName(register.Id);
}
