using Fadu.Rules.Calendar;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;
using Fadu.Rules.Tests.Registers;

namespace Fadu.Rules.Tests.Procedures;

/// <summary>Records steps of the small law's appeal, changed where a test needs it.</summary>
internal sealed class Appeals(params (string Old, string New)[] edits)
{
    private const string Path = "registers/disputes/appeal/2024-01-01.yaml";

    public Law Law { get; } = SmallLaw.Load([], [new LawFile(Path, Edited(edits))]).OrThrow();

    public Register Register => Law.Latest("appeal");

    public ProcedureContext Context => new(Law.Calendar, id => Law.Statutes[id].Days!, Register.Parameters.ToDictionary(p => p.Key, p => p.Value.Value));

    public MatterState Do(MatterState? state, string step, DateOnly on, params (string Id, object? Value)[] values)
    {
        var result = Procedure.Record(Register, state, Draft(Register, step, on, values), Context, "甲申〔2024〕1号", "甲决〔2024〕1号");
        result.Accepted.ShouldBeTrue(string.Join("；", result.Refusals.Select(r => r.Says)));
        return result.State!;
    }

    public static ActDraft Draft(Register register, string step, DateOnly on, params (string Id, object? Value)[] values) => new()
    {
        Step = step,
        On = on,
        RecordedAt = ChinaTime.At(on, new(12, 0)),
        Account = "clerk",
        AccountName = "张三",
        Office = "a",
        Values = values.ToDictionary(v => v.Id, v => v.Value),
        Files = [.. register.Step(step)!.Files.Select(f => new AttachedFile(f, f, "", 0))],
    };

    public MatterState Received(Party? applicant = null) =>
        Do(null, "receive", new(2024, 3, 1), ("applicant", applicant ?? new Party("欧阳小明", "natural", "11010519491231002X")), ("respondent", "b"));

    public MatterState Decided(Party? applicant = null) =>
        Do(Do(Received(applicant), "accept", new(2024, 3, 4), ("procedure", "summary")), "decide", new(2024, 3, 20), ("result", "uphold"));

    private static string Edited((string Old, string New)[] edits)
    {
        var text = SmallLaw.Files.Single(f => f.Path == Path).Text;
        foreach (var (old, now) in edits)
        {
            text.ShouldContain(old);
            text = text.Replace(old, now);
        }

        return text;
    }
}
