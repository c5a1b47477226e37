using Fadu.Rules.Expressions;
using Fadu.Rules.Supervision;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>supervision/&lt;module&gt;/&lt;group&gt;.yaml</c>.</summary>
internal sealed class SupervisionReader(
    LawErrors errors, BasisReader basis, ExpressionReader expressions, RegisterScopes registers, CodeList? officeKinds, Func<string, string?> measureTitles)
{
    private static readonly Dictionary<string, SupervisionSubject> Subjects = new()
    {
        ["matters"] = SupervisionSubject.Matters,
        ["offices"] = SupervisionSubject.Offices,
        ["officers"] = SupervisionSubject.Officers,
    };

    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["high"] = Severity.High,
        ["medium"] = Severity.Medium,
        ["low"] = Severity.Low,
    };

    private static readonly Dictionary<string, SupervisionPeriod> Periods = new()
    {
        ["year"] = SupervisionPeriod.Year,
        ["quarter"] = SupervisionPeriod.Quarter,
        ["month"] = SupervisionPeriod.Month,
    };

    public IEnumerable<SupervisionRule> Read(PlacedFile file)
    {
        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return [];
        }

        var root = new YamlMap(node, errors);
        RegisterScope? register = null;
        if (root.TextNode("register") is { } text && (register = registers.Find(text.Value)) is null)
        {
            errors.Add(text, $"没有事项“{text.Value}”", Suggestion.For(text.Value, registers.Ids));
            return [];
        }

        root.Require("rules");
        var rules = root.Items("rules").Where(r => Names.Check(r.Id, "规则", null, errors)).Select(r => Read(file, r.Id, r.Item, register)).OfType<SupervisionRule>().ToList();
        root.Done();
        return rules;
    }

    private SupervisionRule? Read(PlacedFile file, LawText id, YamlMap item, RegisterScope? register)
    {
        item.Require("where");
        item.Require("severity");
        var subject = item.Word("for", Subjects) ?? SupervisionSubject.Matters;
        var scope = Scope(subject, register);
        if (scope is null)
        {
            errors.Add(item.Map, $"规则“{id.Value}”没有写查哪个事项", "请在文件开头写 register，或者写 for: offices、for: officers");
        }

        if (subject == SupervisionSubject.Matters && item.Has("each"))
        {
            errors.Add(item.At("each"), "“each”只用于 for: offices 和 for: officers", "请删去");
        }

        var where = scope is null ? null : expressions.Condition(item.TextNode("where"), scope);
        var (title, severity, each) = (item.RequiredText("title"), item.Word("severity", Severities), item.Word("each", Periods));
        var (ground, says, advice) = (basis.Required(item, register?.Latest.Statute), item.RequiredText("says"), item.Text("advice"));
        var stated = item.Has("unverified");
        _ = item.Node("where");
        item.Done();
        return where is null || severity is null ? null : new()
        {
            Id = $"{file.Name}.{id.Value}",
            Key = id.Value,
            Title = title,
            Module = file.Module,
            Subject = subject,
            Register = subject == SupervisionSubject.Matters ? register!.Latest.Id : null,
            Severity = severity.Value,
            Where = where,
            Each = each ?? SupervisionPeriod.Year,
            // An accusation is as sure as what it rests on, whether or not its author thought of that.
            Basis = stated || where is null || register is null ? ground : ground with { Unverified = register.Unverified.Overlaps(where.Needs) },
            Says = says,
            Advice = advice,
            Position = item.Position,
        };
    }

    private ExpressionScope? Scope(SupervisionSubject subject, RegisterScope? register) => subject switch
    {
        SupervisionSubject.Offices => ExpressionScope.ForOffices(officeKinds, measureTitles),
        SupervisionSubject.Officers => ExpressionScope.ForOfficers(),
        _ => register?.Scope,
    };
}
