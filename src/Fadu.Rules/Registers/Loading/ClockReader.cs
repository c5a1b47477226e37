using System.Globalization;
using Fadu.Rules.Calendar;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads clocks with their stops, extensions and lapse.</summary>
internal sealed class ClockReader(Binding b, IReadOnlySet<string> statutes)
{
    private static readonly Dictionary<string, ClockKind> Kinds = new()
    {
        ["maximum"] = ClockKind.Maximum,
        ["minimum"] = ClockKind.Minimum,
        ["yearly"] = ClockKind.Yearly,
    };

    public Clock Read(Declared declared)
    {
        var item = declared.Item;
        item.Require("from");
        item.Require("to");
        var kind = item.Word("kind", Kinds) ?? ClockKind.Maximum;
        if (kind != ClockKind.Yearly)
        {
            item.Require("limit");
        }

        var basis = b.BasisOf(item);
        var from = From(item, kind);
        var clock = new Clock
        {
            Id = declared.Id.Value,
            Title = item.RequiredText("title"),
            Kind = kind,
            From = from,
            To = b.Steps(item, "to"),
            Limits = kind == ClockKind.Yearly ? [] : b.Limits.ReadAll(item, "limit", b.Scope, zero: from.Count == 1 && !b.Draft.StepNames.Contains(from[0])),
            YearlyDay = YearlyDay(item, kind),
            When = b.Expressions.Condition(item.TextNode("when"), b.Scope),
            Basis = basis,
            Statute = Statute(item) ?? StatuteOf(basis, b.Draft),
            Stops = [.. item.Maps("stops").Select(Stop)],
            Extensions = [.. item.Maps("extended_by").Select(Extension)],
            Lapse = Lapse(item),
            QuietAfterClose = Quiet(item),
            Position = item.Position,
        };
        item.Done();
        CheckSense(item, clock);
        return clock;
    }

    /// <summary>The counting rule is that of the first cited statute; practice follows the register's.</summary>
    public static string StatuteOf(Basis basis, RegisterDraft draft) => basis.Citations.Count > 0 ? basis.Citations[0].Statute : draft.Statute;

    private string? Statute(YamlMap item) =>
        item.TextNode("statute") is { } text ? b.Known([text], "法规", statutes).FirstOrDefault() : null;

    private IReadOnlyList<string> From(YamlMap item, ClockKind kind)
    {
        var words = item.Words("from");
        var wanted = kind == ClockKind.Yearly ? FieldType.WholeNumber : FieldType.Date;
        if (words.Count == 1 && b.Draft.Field(words[0].Value) is { } field)
        {
            if (field.Field.Type != wanted)
            {
                b.Errors.Add(words[0], $"期限不能从字段“{words[0].Value}”起算", kind == ClockKind.Yearly ? "yearly 期限的 from 是记载年度的整数字段" : "请用日期字段或者环节");
            }

            return [words[0].Value];
        }

        if (kind == ClockKind.Yearly && words.Count > 0)
        {
            b.Errors.Add(item.At("from"), "yearly 期限的 from 应当是一个记载年度的整数字段", Suggestion.For(words[0].Value, FieldsOf(wanted)));
            return [];
        }

        var names = b.Draft.StepNames.Concat(words.Count == 1 ? FieldsOf(wanted) : []).ToHashSet();
        return b.Known(words, "环节或日期字段", names);
    }

    private IEnumerable<string> FieldsOf(FieldType type) => b.Draft.Fields.Where(f => f.Field.Type == type).Select(f => f.Field.Id);

    private (int Month, int Day)? YearlyDay(YamlMap item, ClockKind kind)
    {
        if (kind == ClockKind.Yearly)
        {
            item.Require("day");
        }
        else if (item.Has("day"))
        {
            b.Errors.Add(item.At("day"), "“day”只用于 kind: yearly 的期限", "请删去，或者写 kind: yearly");
        }

        if (item.TextNode("day") is not { } text)
        {
            return null;
        }

        // 2001 has no 29 February, which not every year has.
        if (DateOnly.TryParseExact("2001-" + text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (day.Month, day.Day);
        }

        b.Errors.Add(text, $"“{text.Value}”不是每年都有的一天", "请写成 04-01 的样子");
        return null;
    }

    private ClockStop Stop(YamlMap item)
    {
        item.Require("from");
        item.Require("to");
        var stop = new ClockStop(b.Step(item, "from") ?? "", b.Steps(item, "to"), b.BasisOf(item));
        item.Done();
        if (stop.To.Contains(stop.From))
        {
            b.Errors.Add(item.Map, $"中止从“{stop.From}”到它自己", "请写明恢复计算的环节");
        }

        return stop;
    }

    private ClockExtension Extension(YamlMap item)
    {
        item.Require("step");
        item.Require("limit");
        var limit = b.Limits.Read(item.TextNode("limit"), b.Scope) ?? new(1, DurationUnit.Days, null);
        var extension = new ClockExtension(b.Step(item, "step") ?? "", limit, item.WholeNumber("times") ?? 1, b.BasisOf(item));
        item.Done();
        if (extension.Times < 1)
        {
            b.Errors.Add(item.At("times"), "延长次数至少是一次", "请改正 times");
        }

        return extension;
    }

    private bool Quiet(YamlMap item)
    {
        var said = item.TextNode("after-close");
        if (said is not null && said.Value != "quiet")
        {
            b.Errors.Add(said, $"“after-close”不能是“{said.Value}”", "期限在办结后不再是本单位的事的，写 quiet；否则不写");
        }

        return said is not null || !b.Steps(item, "to").Any(CanFollowClosing);
    }

    private bool CanFollowClosing(string step) =>
        b.Draft.Step(step)?.Item.Map is not { } declared || new[] { "after-close", "reopens" }.Any(k => declared.Find(k)?.Value is LawText { Value: "true" });

    private Lapse? Lapse(YamlMap item)
    {
        if (item.Child("lapse") is not { } lapse)
        {
            return null;
        }

        lapse.Require("step");
        var result = new Lapse(b.Step(lapse, "step") ?? "", lapse.RequiredText("says"), b.BasisOf(lapse));
        lapse.Done();
        return result;
    }

    private void CheckSense(YamlMap item, Clock clock)
    {
        if (clock.Kind != ClockKind.Maximum && (clock.Lapse is not null || clock.Extensions.Count > 0))
        {
            b.Errors.Add(item.Map, $"期限“{clock.Id}”不是最长期限，不能有 lapse 或 extended_by", "请删去");
        }

        foreach (var both in clock.From.Intersect(clock.To).Where(s => b.Draft.StepNames.Contains(s) && clock.From.Count == 1))
        {
            b.Errors.Add(item.At("to"), $"期限“{clock.Id}”从“{both}”到它自己，一开始就已完成", "请改正 from 或者 to");
        }

        if (clock.Kind == ClockKind.Yearly && item.Has("limit"))
        {
            b.Errors.Add(item.At("limit"), "yearly 期限不写 limit", "请只写 day");
        }

        foreach (var extension in clock.Extensions.Where(e => e.Times > 1 && b.Draft.Step(e.Step)?.Item.Map.Find("repeat") is null))
        {
            b.Errors.Add(item.At("extended_by"), $"期限“{clock.Id}”可由“{extension.Step}”延长 {extension.Times} 次，但这个环节不能重复办理", "请给环节加 repeat: true，或者把 times 改为 1");
        }
    }
}
