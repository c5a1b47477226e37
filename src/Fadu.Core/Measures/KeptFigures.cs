using System.Collections.Concurrent;
using System.Data.Common;
using Fadu.Core.Ledger;
using Fadu.Core.Storage;
using Fadu.Rules.Measures;

namespace Fadu.Core.Measures;

/// <summary>Keeps the results of measures and runs again only the passes that read a register whose ledger has gone on since: no figure is ever older than the records.</summary>
internal sealed class KeptFigures(Database database, RegisterPositions positions, MeasureRunner runner)
{
    private const int Most = 1_000;
    private const int Awaited = 12;
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<Asking> last = [];

    /// <summary>Answers questions about the same measures, each in its scope and by its definitions.</summary>
    public async Task<IReadOnlyList<MeasureFigures>> AnswerAsync(string region, IReadOnlyList<MeasureRequest> requests, IReadOnlyList<ScopedQuestion> questions, CancellationToken cancel)
    {
        Remember(new(region, requests, questions));
        await using var connection = await database.OpenAsync(cancel);
        return await AnswerAsync(connection, new(region, requests, questions), await positions.ReadAsync(connection, region, cancel), cancel);
    }

    /// <summary>Brings what was asked last up to the records, so that whoever asks it next need not wait.</summary>
    /// <returns>How many questions that were.</returns>
    public async Task<int> RefreshAsync(string region, CancellationToken cancel)
    {
        List<Asking> askings;
        lock (gate)
        {
            askings = [.. last.Where(a => a.Region == region)];
        }

        await using var connection = await database.OpenAsync(cancel);
        var position = await positions.ReadAsync(connection, region, cancel);
        foreach (var asking in askings)
        {
            await AnswerAsync(connection, asking, position, cancel);
        }

        return askings.Count;
    }

    private async Task<IReadOnlyList<MeasureFigures>> AnswerAsync(DbConnection connection, Asking asking, LedgerPosition position, CancellationToken cancel)
    {
        var (region, requests, questions) = asking;
        var answers = questions.Select(q => Find(region, requests, q)).ToList();
        List<Work> stale = [];
        for (var i = 0; i < questions.Count; i++)
        {
            for (var pass = 0; pass < answers[i].Passes.Length; pass++)
            {
                List<RegisterPosition> now = [.. answers[i].Plan.Passes[pass].Registers.Select(position.Of)];
                if (answers[i].Passes[pass]?.Positions.SequenceEqual(now) != true)
                {
                    stale.Add(new(answers[i], pass, now, questions[i]));
                }
            }
        }

        await RunAsync(connection, region, stale, cancel);
        return [.. questions.Zip(answers, (q, a) => new MeasureFigures(q.Question, a.Plan, [.. a.Passes.Select(p => p!.Results)]))];
    }

    private void Remember(Asking asking)
    {
        lock (gate)
        {
            last.RemoveAll(a => a.Key == asking.Key);
            last.Add(asking);
            if (last.Count > Awaited)
            {
                last.RemoveAt(0);
            }
        }
    }

    /// <summary>What is kept under a question, planned anew where the law has changed.</summary>
    private Kept Find(string region, IReadOnlyList<MeasureRequest> requests, ScopedQuestion question)
    {
        var (law, today) = (runner.Law, runner.Today);
        var key = Key(region, requests, question);
        if (kept.TryGetValue(key, out var known) && known.Law == law && known.Today == today)
        {
            return known;
        }

        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        return kept[key] = new(law, today, runner.Plan(requests, question.Choices));
    }

    /// <summary>Runs passes on as many connections as there are cores.</summary>
    private async Task RunAsync(DbConnection first, string region, List<Work> stale, CancellationToken cancel)
    {
        var waiting = new ConcurrentQueue<Work>(stale.OrderByDescending(w => w.Answer.Plan.Passes[w.Pass].Atoms.Count));
        async Task RunSomeAsync(DbConnection connection)
        {
            while (waiting.TryDequeue(out var work))
            {
                var results = await runner.RunAsync(connection, null, work.Answer.Plan.Passes[work.Pass], runner.Context(work.Question.Question.Period), region, work.Question.Covered, cancel);
                work.Answer.Passes[work.Pass] = new(work.Positions, results);
            }
        }

        async Task RunBesideAsync()
        {
            await using var connection = await database.OpenAsync(cancel);
            await RunSomeAsync(connection);
        }

        var beside = Enumerable.Range(1, Math.Max(0, Math.Min(Environment.ProcessorCount, stale.Count) - 1)).Select(_ => Task.Run(RunBesideAsync, cancel)).ToList();
        await RunSomeAsync(first);
        await Task.WhenAll(beside);
    }

    private static string Key(string region, IEnumerable<MeasureRequest> requests, ScopedQuestion question) =>
        string.Join('\u001f', [region, question.ToString(), .. requests.Select(r => r.ToString())]);

    /// <summary>Questions asked together.</summary>
    private sealed record Asking(string Region, IReadOnlyList<MeasureRequest> Requests, IReadOnlyList<ScopedQuestion> Questions)
    {
        public string Key { get; } = string.Join('\u001d', Questions.Select(q => KeptFigures.Key(Region, Requests, q)));
    }

    /// <summary>Results of one pass, of the moment at which the registers that it reads stood there.</summary>
    private sealed record Pass(IReadOnlyList<RegisterPosition> Positions, MeasureResults Results);

    private sealed record Kept(Rules.Registers.Law Law, DateOnly Today, MeasurePlan Plan)
    {
        public Pass?[] Passes { get; } = new Pass?[Plan.Passes.Count];
    }

    private sealed record Work(Kept Answer, int Pass, IReadOnlyList<RegisterPosition> Positions, ScopedQuestion Question);
}

/// <summary>A question with the offices it covers and the definitions that count for it.</summary>
/// <param name="Covered">None = all offices.</param>
internal sealed record ScopedQuestion(MeasureQuestion Question, IReadOnlyCollection<string>? Covered, DefinitionChoices Choices)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join('\u001e', [
        $"{Question.Period.Start:O}", $"{Question.Period.End:O}", Covered is null ? "*" : string.Join(',', Covered.Order(StringComparer.Ordinal)),
        .. Choices.District.Select(c => $"{c.Key}={c.Value}").Order(StringComparer.Ordinal), .. Choices.Offices.Select(c => $"{c.Key.Office}.{c.Key.Measure}={c.Value}").Order(StringComparer.Ordinal)]);
}
