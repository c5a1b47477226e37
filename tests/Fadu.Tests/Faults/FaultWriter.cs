using Fadu.Core;
using Fadu.Core.Matters;
using Fadu.Rules.Procedures;
using Fadu.Tests.Ledger;

namespace Fadu.Tests.Faults;

/// <summary>Records, imports and seals without end; each acknowledged version of a matter is a line <c>ID VERSION</c>.</summary>
internal sealed class FaultWriter(FaduSystem system)
{
    private readonly Lock gate = new();

    public Task RunAsync() => Task.WhenAll(RecordAsync(), RecordAsync(), ImportAsync(), SealAsync());

    private async Task RecordAsync()
    {
        while (true)
        {
            var id = Acknowledged(await system.Matters.RecordAsync(LedgerStore.Apply("赵某", 5000m), LedgerStore.Clerk));
            Acknowledged(await system.Matters.RecordAsync(LedgerStore.Step(id, 1, "accept", ("both_agree", true)), LedgerStore.Clerk));
            Acknowledged(await system.Matters.RecordAsync(LedgerStore.Step(id, 2, "mediate"), LedgerStore.Clerk));
            Acknowledged(await system.Matters.RecordAsync(LedgerStore.Step(id, 3, "mediate"), LedgerStore.Clerk));
        }
    }

    private async Task ImportAsync()
    {
        while (true)
        {
            var apply = LedgerStore.Apply("外来", 100m);
            var draft = new ActDraft
            {
                Step = apply.Step,
                On = apply.On,
                RecordedAt = system.Time.GetUtcNow(),
                Account = "zhang",
                AccountName = "张三",
                Office = "tj",
                Values = apply.Values,
            };
            var matters = Enumerable.Range(0, 20).Select(_ => new WholeMatter("mediation", "tj", [draft], "外部系统", Guid.NewGuid().ToString("N"), null)).ToList();
            foreach (var result in await system.Matters.RecordManyAsync(matters, LedgerStore.Clerk))
            {
                Say($"{result.Id} 1");
            }
        }
    }

    private async Task SealAsync()
    {
        while (true)
        {
            await system.Sealer.SealAsync();
            await Task.Delay(20);
        }
    }

    private long Acknowledged(MatterOutcome outcome)
    {
        var recorded = LedgerStore.Recorded(outcome);
        Say($"{recorded.Id} {recorded.Version}");
        return recorded.Id;
    }

    private void Say(string line)
    {
        lock (gate)
        {
            Console.WriteLine(line);
        }
    }
}
