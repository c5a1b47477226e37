namespace Fadu.Rules.Registers.Loading;

/// <summary>Steps and fields that other registers reach: by batch, by linked matter.</summary>
internal sealed record Passed(IReadOnlySet<(string Register, string Step)> Steps, IReadOnlySet<(string Register, string Field)> Fields)
{
    /// <summary>Gathers them from the texts of all versions.</summary>
    public static Passed From(IEnumerable<RegisterDraft> drafts)
    {
        HashSet<(string, string)> steps = [];
        HashSet<(string, string)> fields = [];
        foreach (var (draft, step) in drafts.SelectMany(d => d.Steps.Select(s => (d, s.Item.Map))))
        {
            if (step.Find("spawn")?.Value is LawMap spawn && Text(spawn, "register") is { } spawned)
            {
                steps.Add((spawned, Text(spawn, "step") ?? ""));
                fields.UnionWith(Keys(spawn, "set").Select(k => (spawned, k)));
            }

            if (step.Find("apply")?.Value is LawMap apply && Text(apply, "register") is { } applied)
            {
                steps.UnionWith((apply.Find("on")?.Value as LawMap)?.Entries.Select(e => (applied, (e.Value as LawText)?.Value ?? "")) ?? []);
                fields.UnionWith(Keys(apply, "set").Select(k => (applied, k)));
                fields.UnionWith(draft.Field(Text(apply, "rows") ?? "")?.Columns.Select(c => (applied, c.Field.Id)) ?? []);
            }
        }

        return new(steps, fields);
    }

    private static string? Text(LawMap map, string key) => (map.Find(key)?.Value as LawText)?.Value;

    private static IEnumerable<string> Keys(LawMap map, string key) => (map.Find(key)?.Value as LawMap)?.Entries.Select(e => e.Key.Value) ?? [];
}

/// <summary>What must hold for a register as a whole.</summary>
internal sealed class RegisterChecks(Binding b, Passed passed)
{
    public void Check(Register register)
    {
        if (register.Steps.Count > 0 && !register.Steps.Any(s => s.Opens))
        {
            b.Errors.Add(b.Draft.Root.At("steps"), "没有立项环节", "请给第一个环节写 opens: true");
        }
        else
        {
            foreach (var step in Reachability.Unreachable(register.Steps))
            {
                b.Errors.Add(step.Position, $"环节“{step.Id}”（{step.Title}）永远办不了：{WhyUnreachable(register, step)}",
                    "请改正 after、after-all；办结以后才办的写 after-close: true");
            }
        }

        DeriveOrder.Check(register.Fields, register.Clocks.Select(c => c.Id), b.Errors);
        CheckWho(register);
        CheckUsed(register);
        CheckNames(register);
    }

    private static string WhyUnreachable(Register register, Step step)
    {
        var closing = step.After.Where(a => register.Step(a)?.Closes is not null).ToList();
        return closing.Count > 0 && closing.Count == step.After.Count && !step.AfterClose
            ? $"先办的“{string.Join("、", closing)}”已经办结"
            : $"要先办的环节（{string.Join("、", step.After.Concat(step.AfterAll))}）互相等待或者自己就办不了";
    }

    private void CheckWho(Register register)
    {
        var lapses = register.Clocks.Select(c => c.Lapse?.Step).ToHashSet();
        foreach (var step in register.Steps.Where(s => s.By.Count == 0 && !lapses.Contains(s.Id) && !passed.Steps.Contains((register.Id, s.Id))))
        {
            if (b.Draft.Step(step.Id) is { } declared && !declared.Item.Has("by"))
            {
                b.Errors.Add(step.Position, $"环节“{step.Id}”没有写由谁办（by）", "请写角色；只有系统自动记载的环节（lapse、apply、spawn）可以不写");
            }
        }
    }

    private void CheckUsed(Register register)
    {
        var set = register.Steps.SelectMany(s => s.Sets.Select(f => f.Field).Concat(s.Adds)).ToHashSet();
        set.UnionWith(register.Steps.Select(s => s.Collect?.Into).OfType<string>());
        foreach (var field in register.Fields.Where(f => f.Derive is null && b.Draft.Field(f.Id)?.Derive is null && !set.Contains(f.Id) && !passed.Fields.Contains((register.Id, f.Id))))
        {
            b.Errors.Add(field.Position, $"字段“{field.Id}”（{field.Title}）没有任何环节填写", "请写入某个环节的 sets 或 optional（表格也可以写 adds），或者删去");
        }
    }

    private void CheckNames(Register register)
    {
        var clocks = register.Clocks.Select(c => c.Id).ToHashSet();
        foreach (var twice in register.Gates.GroupBy(g => g.Id).Where(g => g.Count() > 1))
        {
            b.Errors.Add(twice.Last().Position, $"关口与核对规则都叫“{twice.Key}”", "案例里要分得清，请改名");
        }

        foreach (var gate in register.Gates.Where(g => clocks.Contains(g.Id)))
        {
            b.Errors.Add(gate.Position, $"关口“{gate.Id}”与期限同名", "案例里要分得清，请改名");
        }
    }
}
