using Fadu.Rules.LawFiles;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>Guards that definitions are shown by cases: three for each version, and every clock, gate and send-back in one.</summary>
internal static class CaseCoverage
{
    /// <summary>Fewest cases of a register version.</summary>
    public const int FewestCases = 3;

    /// <param name="cases">All cases that run on this version.</param>
    /// <param name="owns">Which items are to be shown: those of the base, or those of an overlay.</param>
    /// <param name="below">Version under an overlay: what it has is shown by its own cases.</param>
    public static void Check(Register register, IReadOnlyList<WorkedCase> cases, Func<Position, bool> owns, LawErrors errors, Register? below)
    {
        errors.Using = register.Position.File;
        var words = cases.SelectMany(c => c.Expectations).SelectMany(Mentioned).ToHashSet();
        var acts = cases.SelectMany(c => c.Acts).Select(a => a.Step).ToHashSet();
        foreach (var clock in register.Clocks.Where(c => c.From.Count > 0 && owns(c.Position) && below?.Clock(c.Id) is null && !words.Contains(c.Id)))
        {
            errors.Add(clock.Position, $"期限“{clock.Id}”（{clock.Title}）没有出现在任何案例里", $"请在案例的 expect 里写 {clock.Id}.due；最短期限也可以写在 refused 里");
        }

        foreach (var gate in register.Gates.Where(g => g.Before.Count > 0 && owns(g.Position) && below?.Gates.Any(o => o.Id == g.Id) is not true && !words.Contains(g.Id)))
        {
            errors.Add(gate.Position, $"关口“{gate.Id}”没有出现在任何案例里", $"请写一个被它拒绝的案例：refused: {{{gate.Before[0]}: {gate.Id}}}");
        }

        foreach (var back in register.Steps.Where(s => s.SendBack is not null && owns(s.Position) && below?.Step(s.Id) is null && !acts.Contains(s.Id)))
        {
            errors.Add(back.Position, $"退回环节“{back.Id}”（{back.Title}）没有出现在任何案例里", "请写一个退回后再办的案例");
        }

        errors.Using = null;
    }

    /// <summary>Reports a version with too few cases.</summary>
    public static void CheckCount(Register register, int count, LawErrors errors)
    {
        if (count < FewestCases)
        {
            errors.Add(register.Position, $"事项“{register.Id}”{register.InForce:yyyy-MM-dd} 版本只有 {count} 个案例，至少要 {FewestCases} 个",
                $"请写在 {register.Position.File[..^".yaml".Length]}.cases.yaml");
        }
    }

    /// <summary>Reports an overlay that no case shows.</summary>
    public static void CheckOverlay(Register register, string region, int count, LawErrors errors)
    {
        if (count == 0)
        {
            errors.Add($"regions/{region}/registers/{register.Module}/{register.Id}/{register.InForce:yyyy-MM-dd}.yaml", "叠加层没有案例", $"请在旁边的 .cases.yaml 里写一个 overlay: {region} 的案例");
        }
    }

    private static IEnumerable<string> Mentioned(LawEntry entry)
    {
        yield return entry.Key.Value.Split('.')[0];
        foreach (var value in entry.Key.Value == "refused" && entry.Value is LawMap map ? map.Entries.Select(e => e.Value) : [])
        {
            foreach (var word in Words(value is LawMap full ? full.Find("gate")?.Value : value))
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<string> Words(LawNode? node) => node switch
    {
        LawList list => list.Items.OfType<LawText>().Select(t => t.Value),
        LawText text => [text.Value],
        _ => [],
    };
}
