namespace Fadu.Rules.Registers.Loading;

/// <summary>A publication with the steps and clocks that it adds.</summary>
internal sealed record PublicationParts(Publication Publication, IReadOnlyList<Step> Steps, IReadOnlyList<Clock> Clocks);

/// <summary>Reads <c>publish</c>: each entry makes a step and a clock for publishing and, where asked for, for withdrawing.</summary>
internal sealed class PublicationReader(Binding b)
{
    private static readonly string[] OwnColumns = ["number", "title", "office", "status", "opened_on", "closed_on"];

    public static string StepId(string publication) => "publish_" + publication;

    public static string WithdrawalId(string publication) => "withdraw_" + publication;

    public static string WithdrawalTitle(string title) => "撤回" + title;

    /// <param name="steps">The steps already read.</param>
    public PublicationParts Read(Declared declared, IReadOnlyList<Step> steps)
    {
        var (id, item) = (declared.Id.Value, declared.Item);
        foreach (var key in new[] { "after", "fields", "by" })
        {
            item.Require(key);
        }

        var publication = new Publication
        {
            Id = id,
            Title = item.RequiredText("title"),
            After = b.Steps(item, "after"),
            When = b.Expressions.Condition(item.TextNode("when"), b.Scope),
            Within = b.Limits.ReadAll(item, "within", b.Scope),
            WithdrawWithin = b.Limits.Read(item.TextNode("withdraw-within"), b.Scope),
            Basis = b.BasisOf(item),
            Fields = b.Known(item.Words("fields"), "字段", Fields()),
            Files = b.Known(item.Words("files"), "文书", steps.SelectMany(s => s.Files.Concat(s.OptionalFiles))),
            Redact = b.Known(item.Words("redact"), "字段", Fields()),
            Until = b.Known(item.Words("until"), "日期字段", DateFields()).FirstOrDefault(),
            Step = StepId(id),
            Position = item.Position,
        };
        var by = b.Known(item.Words("by"), "角色", b.Roles);
        var changes = b.Steps(item, "withdraw-after");
        if (changes.Count > 0 && publication.WithdrawWithin is null)
        {
            b.Errors.Add(item.At("withdraw-after"), "写了 withdraw-after 却没有 withdraw-within", "请写明几日内撤回");
        }

        item.Done();
        CheckPersonal(item, publication);
        return new(publication, Steps(publication, by), Clocks(publication, changes.Count > 0 ? changes : Changes(steps)));
    }

    // Without withdraw-after, what was published must go once the matter is opened again or its result has fallen away.
    private static List<string> Changes(IReadOnlyList<Step> steps) =>
        [.. steps.Where(s => s.Reopens || s.Status is "voided" or "repealed" || s.Closes is "voided").Select(s => s.Id)];

    private static List<Step> Steps(Publication p, IReadOnlyList<string> by)
    {
        var publish = new Step
        {
            Id = p.Step,
            Title = p.Title,
            Basis = p.Basis,
            After = p.After,
            When = p.When,
            Repeat = p.WithdrawWithin is not null,
            By = by,
            AfterClose = true,
            Publishes = p.Id,
            Position = p.Position,
        };
        if (p.WithdrawWithin is null)
        {
            return [publish];
        }

        return [publish, publish with { Id = WithdrawalId(p.Id), Title = WithdrawalTitle(p.Title), After = [p.Step], When = null, Publishes = null }];
    }

    private List<Clock> Clocks(Publication p, IReadOnlyList<string> changes)
    {
        List<Clock> clocks = [];
        if (p.Within.Count > 0)
        {
            clocks.Add(Clock(p.Step, p.Title, p.After, p.Within, p.When));
        }

        if (p.WithdrawWithin is { } withdraw)
        {
            clocks.Add(Clock(WithdrawalId(p.Id), WithdrawalTitle(p.Title), changes, [new(withdraw, null)], Published(p)));
        }

        return clocks;

        Clock Clock(string step, string title, IReadOnlyList<string> from, IReadOnlyList<ConditionalLimit> limits, Expressions.Expression? when) => new()
        {
            Id = step + "_clock",
            Title = title + "期限",
            From = from,
            To = [step],
            Limits = limits,
            When = when,
            Basis = p.Basis,
            Statute = ClockReader.StatuteOf(p.Basis, b.Draft),
            Position = p.Position,
        };
    }

    private Expressions.Expression? Published(Publication p) =>
        b.Expressions.Condition(new LawText(p.Step + ".done", false, p.Position.File, p.Position.Line, 1), b.Scope);

    private IEnumerable<string> Fields() =>
        OwnColumns.Concat(b.Draft.Fields.Select(f => f.Field.Id))
            .Concat(b.Draft.Facts.Columns.Where(c => c.Name.EndsWith("_on") || c.Name.EndsWith("_number")).Select(c => c.Name));

    private IEnumerable<string> DateFields() => b.Draft.Fields.Select(f => f.Field).Where(f => f.Type == FieldType.Date).Select(f => f.Id);

    private void CheckPersonal(YamlMap item, Publication p)
    {
        foreach (var open in p.Fields.Except(p.Redact).Where(f => b.Draft.Field(f)?.Field is { Personal: true }))
        {
            b.Errors.Add(item.At("fields"), $"公开的字段“{open}”是个人信息，没有遮盖", $"请写入 redact，或者从 fields 中删去；依法应当公开的，把字段的 personal 去掉");
        }
    }
}
