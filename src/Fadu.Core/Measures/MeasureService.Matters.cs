using System.Globalization;
using System.Runtime.CompilerServices;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Measures;
using SqlQuery = Fadu.Rules.Measures.SqlQuery;

namespace Fadu.Core.Measures;

public sealed partial class MeasureService
{
    private const int FixedColumns = 10;

    /// <summary>The counts and sums behind a measure, for the definition that counts: what can be listed matter by matter.</summary>
    public async Task<IReadOnlyList<MeasureLeaf>> LeavesAsync(MeasureRequest request, MeasureQuestion question, Actor actor, DefinitionChoices? choices = null, CancellationToken cancel = default) =>
        runner.Plan([request], (await ScopeAsync(question, actor, choices, cancel)).Choices).Leaves(request, null);

    /// <summary>A page of exactly the matters behind a count or sum: the same predicate as the figure.</summary>
    /// <param name="request">A count, sum or distinct measure.</param>
    /// <param name="after">Last matter of the page before; 0 for the first page.</param>
    /// <param name="choices">Definitions of the figure, where they are not those of the year.</param>
    public async Task<MatterShares> MattersAsync(
        MeasureRequest request, MeasureQuestion question, Actor actor, long after, int take, DefinitionChoices? choices = null, CancellationToken cancel = default)
    {
        var (pass, atom, shares) = await SharesAsync(request, question, actor, choices, cancel);
        await using var connection = await database.OpenAsync(cancel);
        object?[] totals = [0L, 0L];
        await foreach (var row in SqlRows.ReadAsync(connection, null, shares.Query with { Text = $"select count(*), sum(share) from ({shares.Query.Text}) x" }, cancel))
        {
            totals = row;
        }

        List<MatterShare> matters = [];
        if (take > 0)
        {
            var mask = new TitleMask(law.Current.Latest(pass.Table.Register));
            await foreach (var row in SqlRows.ReadAsync(connection, null, Listed(shares, pass.Table.Name, mask, actor.Region, after, take), cancel))
            {
                matters.Add(Share(row, shares.Scale, mask));
            }
        }

        return new(request, Convert.ToInt64(totals[0], CultureInfo.InvariantCulture), Scaled(totals[1], shares.Scale), pass.Atoms[atom].Kind, pass.Rows is not null, matters);
    }

    /// <summary>All matters behind a count or sum, one by one, for an export.</summary>
    public async IAsyncEnumerable<MatterShare> AllMattersAsync(
        MeasureRequest request, MeasureQuestion question, Actor actor, DefinitionChoices? choices = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (pass, _, shares) = await SharesAsync(request, question, actor, choices, cancel);
        var mask = new TitleMask(law.Current.Latest(pass.Table.Register));
        await using var connection = await database.OpenAsync(cancel);
        await foreach (var row in SqlRows.ReadAsync(connection, null, Listed(shares, pass.Table.Name, mask, actor.Region, 0, null), cancel))
        {
            yield return Share(row, shares.Scale, mask);
        }
    }

    /// <summary>Facts of the matters behind a count or sum, in the order of one of them, and how many more there are.</summary>
    public async Task<(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, int More)> FactsAsync(
        MeasureRequest request, MeasureQuestion question, Actor actor, IReadOnlyList<string> columns, string order, int most, CancellationToken cancel = default)
    {
        var (pass, _, shares) = await SharesAsync(request, question, actor, null, cancel);
        var typed = columns.Select(c => pass.Table.Find(c)!).ToList();
        Dictionary<string, object> parameters = new(shares.Query.Parameters) { ["of_region"] = actor.Region };
        var from = $"from ({shares.Query.Text}) x join {pass.Table.Name} t on t.region = @of_region and t.matter_id = x.matter_id";
        List<IReadOnlyDictionary<string, object?>> rows = [];
        var count = 0;
        await using var connection = await database.OpenAsync(cancel);
        await foreach (var row in SqlRows.ReadAsync(connection, null, new($"select {string.Join(", ", columns.Select(c => "t." + c))} {from} order by t.{order}, t.matter_id", parameters), cancel))
        {
            if (++count <= most)
            {
                rows.Add(typed.Zip(row).ToDictionary(c => c.First.Name, c => ColumnValues.Fact(c.First.Type, c.Second)));
            }
        }

        return (rows, Math.Max(0, count - most));
    }

    private async Task<(MeasurePass Pass, int Atom, MatterSharesQuery Shares)> SharesAsync(
        MeasureRequest request, MeasureQuestion question, Actor actor, DefinitionChoices? choices, CancellationToken cancel)
    {
        var scoped = await ScopeAsync(question, actor, choices, cancel);
        var plan = runner.Plan([request], scoped.Choices);
        var leaf = plan.Leaves(request, null).Single();
        var pass = plan.Passes[leaf.Pass];
        return (pass, leaf.Atom, pass.MatterSharesSql(leaf.Atom, database.Dialect, runner.Context(question.Period), actor.Region, scoped.Covered));
    }

    private static SqlQuery Listed(MatterSharesQuery shares, string table, TitleMask mask, string region, long after, int? take)
    {
        Dictionary<string, object> parameters = new(shares.Query.Parameters) { ["of_region"] = region, ["after"] = after };
        return new(
            $"""
            select m.id, x.share, m.register, m.number, m.title, m.office, m.handler, m.status, m.opened_on, m.closed_on{string.Concat(mask.Columns.Select(c => $", t.{c}"))}
            from ({shares.Query.Text}) x join matters m on m.region = @of_region and m.id = x.matter_id join {table} t on t.region = m.region and t.matter_id = m.id
            where x.matter_id > @after order by x.matter_id{(take is null ? "" : $" limit {take}")}
            """,
            parameters);
    }

    private static MatterShare Share(object?[] row, int scale, TitleMask mask) => new(
        Convert.ToInt64(row[0], CultureInfo.InvariantCulture), Scaled(row[1], scale), (string)row[2]!, row[3] as string,
        mask.Of((string)row[4]!, mask.Columns.Zip(row.Skip(FixedColumns)).ToDictionary(c => c.First, c => c.Second).GetValueOrDefault), (string)row[5]!, row[6] as string,
        (string)row[7]!, ColumnValues.Day(row[8])!.Value, ColumnValues.Day(row[9]));

    private static decimal Scaled(object? value, int scale)
    {
        var number = value is null or DBNull ? 0 : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        for (var i = 0; i < scale; i++)
        {
            number /= 10;
        }

        return number;
    }
}
