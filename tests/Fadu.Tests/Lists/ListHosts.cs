using System.Collections.Immutable;
using Fadu.Core;
using Fadu.Core.Matters;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Tests.Host;

namespace Fadu.Tests.Lists;

/// <summary>Hosts with thirty mediations of three offices; a third each newly applied for, running, and concluded.</summary>
public sealed class ListHosts : TestHosts
{
    public const string Register = "mediation";
    public const int Count = 30;
    private static readonly string[] Offices = ["yunxi", "water", "urban"];

    protected override async Task<FaduSystem> SetUpAsync(FaduOptions options, FakeClock clock)
    {
        var system = await base.SetUpAsync(options, clock);
        var results = await system.Matters.RecordManyAsync([.. Enumerable.Range(0, Count).Select(Matter)], Actor.System(TestDistrict.Region));
        results.ShouldAllBe(r => r.Id != null, string.Join('\n', results.SelectMany(r => r.Refusals).Select(r => r.Says)));
        return system;
    }

    private static WholeMatter Matter(int i)
    {
        var office = Offices[i % 3];
        var opened = new DateOnly(2026, 3, 1).AddDays(i / 2 * 5);
        List<ActDraft> acts =
        [
            Act("apply", opened, office,
                ("applicant", new Party($"张{i}", "natural", null)), ("opponent", i % 4 == 0 ? new Party("噪声扰民建材厂", "legal", null) : new Party($"李{i}", "natural", null)),
                ("people", (long)(i % 5 + 1)), ("channel", "parties"), ("dispute_type", "neighbours"), ("body_kind", "village"), ("body_name", "云溪村人民调解委员会")),
        ];
        if (i / 3 % 3 > 0)
        {
            acts.Add(Act("accept", opened.AddDays(1), office, ("both_agree", true)));
        }

        if (i / 3 % 3 > 1)
        {
            acts.Add(Act("agree", opened.AddDays(3), office, ("agreement_text", "双方和解")) with { Files = [new("人民调解协议书", "协议.pdf", new string('a', 64), 9)] });
        }

        return new(Register, office, acts, null, null, null);
    }

    private static ActDraft Act(string step, DateOnly on, string office, params (string Field, object? Value)[] values) => new()
    {
        Step = step,
        On = on,
        RecordedAt = ChinaTime.At(on, new TimeOnly(15, 0)),
        Account = "mediator-" + office,
        AccountName = "调解员",
        Office = office,
        Values = values.ToImmutableDictionary(v => v.Field, v => v.Value),
    };
}
