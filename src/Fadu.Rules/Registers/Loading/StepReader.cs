namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads steps; what they do to other registers is read by <see cref="LinkReader"/>.</summary>
internal sealed class StepReader(Binding b)
{
    private static readonly Dictionary<string, SendBackKind> SendBackKinds = new()
    {
        ["correction"] = SendBackKind.Correction,
        ["redo"] = SendBackKind.Redo,
        ["withdraw"] = SendBackKind.Withdraw,
        ["partial"] = SendBackKind.Partial,
    };

    private static readonly Dictionary<string, ClockOnSendBack> ClockEffects = new()
    {
        ["continue"] = ClockOnSendBack.Continue,
        ["stop"] = ClockOnSendBack.Stop,
        ["restart"] = ClockOnSendBack.Restart,
    };

    private readonly LinkReader links = new(b);

    public Step Read(Declared declared)
    {
        var item = declared.Item;
        var step = new Step
        {
            Id = declared.Id.Value,
            Title = item.RequiredText("title"),
            Help = item.Text("help"),
            Basis = b.BasisOf(item),
            Opens = item.Flag("opens"),
            After = b.Steps(item, "after"),
            AfterAll = b.Steps(item, "after-all"),
            Before = b.Steps(item, "before"),
            InsteadOf = b.Steps(item, "instead-of"),
            When = b.Expressions.Condition(item.TextNode("when"), b.Scope),
            Repeat = item.Flag("repeat"),
            By = b.Known(item.Words("by"), "角色", b.Roles),
            Sets = Sets(item),
            Adds = Rows(item),
            Files = [.. item.Words("files").Select(f => f.Value)],
            OptionalFiles = [.. item.Words("optional-files").Select(f => f.Value)],
            Closes = Status(item, "closes"),
            Status = Status(item, "status"),
            Reopens = item.Flag("reopens"),
            AfterClose = item.Flag("after-close"),
            SendBack = SendBack(item),
            Collect = links.Collect(item),
            Apply = links.Apply(item),
            Spawn = links.Spawn(item),
            Number = item.Text("number"),
            Signs = item.Flag("signs"),
            Position = item.Position,
        };
        item.Done();
        PatternCheck.Number(item.TextNode("number"), b.Errors);
        CheckSense(item, step);
        return step;
    }

    private List<StepField> Sets(YamlMap item)
    {
        List<StepField> sets = [];
        foreach (var (word, optional) in item.Words("sets").Select(w => (w, false)).Concat(item.Words("optional").Select(w => (w, true))))
        {
            var demanded = word.Value.EndsWith('!');
            var name = demanded ? word.Value[..^1] : word.Value;
            if (b.Draft.Field(name) is not { } field)
            {
                b.Errors.Add(word, $"没有字段“{name}”", Suggestion.For(name, b.Draft.Fields.Select(f => f.Field.Id)));
            }
            else if (field.Derive is not null)
            {
                b.Errors.Add(word, $"字段“{name}”由公式得出，不能填写", "请从环节中删去");
            }
            else if (demanded && optional)
            {
                b.Errors.Add(word, $"optional 里的“{name}”不能又写 !", "必填的写在 sets 里");
            }
            else if (sets.Any(s => s.Field == name))
            {
                b.Errors.Add(word, $"字段“{name}”在同一个环节里写了两次", "请删去其中一个");
            }
            else
            {
                sets.Add(new(name, !optional && (demanded || field.Field.Required)));
            }
        }

        return sets;
    }

    private IReadOnlyList<string> Rows(YamlMap item) =>
        b.Known(item.Words("adds"), "表格字段", b.Draft.Fields.Where(f => f.Field.Type == FieldType.Rows).Select(f => f.Field.Id));

    private string? Status(YamlMap item, string key) =>
        item.TextNode(key) is { } text ? b.Known([text], "状态", b.Statuses.Codes.Select(c => c.Id)).FirstOrDefault() : null;

    private SendBack? SendBack(YamlMap item)
    {
        if (item.Child("send-back") is not { } child)
        {
            return null;
        }

        child.Require("kind");
        child.Require("to");
        var kind = child.Word("kind", SendBackKinds);
        var to = b.Step(child, "to");
        Dictionary<string, ClockOnSendBack> clocks = [];
        foreach (var (clock, effect) in child.Pairs("clocks"))
        {
            b.Known([clock], "期限", b.Draft.ClockNames);
            if (ClockEffects.TryGetValue(effect.Value, out var value))
            {
                clocks[clock.Value] = value;
            }
            else
            {
                b.Errors.Add(effect, $"退回时期限不能“{effect.Value}”", Suggestion.For(effect.Value, ClockEffects.Keys));
            }
        }

        child.Done();
        return kind is null || to is null ? null : new(kind.Value, to, clocks);
    }

    private void CheckSense(YamlMap item, Step step)
    {
        var self = step.Id;
        foreach (var (key, list) in new[] { ("after-all", step.AfterAll), ("before", step.Before), ("instead-of", step.InsteadOf) })
        {
            if (list.Contains(self))
            {
                b.Errors.Add(item.At(key), $"环节“{self}”的 {key} 指向了自己", "请删去");
            }
        }

        if (step.Opens && (step.After.Count > 0 || step.AfterAll.Count > 0))
        {
            b.Errors.Add(item.At(step.After.Count > 0 ? "after" : "after-all"), $"环节“{self}”既是立项（opens）又要求先办其他环节", "请删去其中之一");
        }

        if (step.Closes is not null && step.Status is not null)
        {
            b.Errors.Add(item.At("status"), $"环节“{self}”同时写了 closes 和 status", "办结的只写 closes");
        }

        if (step.Closes is not null && step.Reopens)
        {
            b.Errors.Add(item.At("reopens"), $"环节“{self}”既办结又恢复办理", "请删去其中之一");
        }

        foreach (var both in step.InsteadOf.Intersect(step.AfterAll))
        {
            b.Errors.Add(item.At("instead-of"), $"环节“{self}”要求先办“{both}”，又与它二选一，永远办不了", "请改正 after-all 或者 instead-of");
        }

        if (step.After.Count > 0 && step.After.All(a => step.Before.Contains(a) || (step.InsteadOf.Contains(a) && step.SendBack is null)))
        {
            b.Errors.Add(item.At("after"), $"环节“{self}”要求先办的环节又使它不能办（before 或 instead-of），永远办不了", "请改正");
        }

        foreach (var file in step.Files.Intersect(step.OptionalFiles))
        {
            b.Errors.Add(item.At("optional-files"), $"文书“{file}”既必备又可选", "请删去其中之一");
        }
    }
}
