using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Second pass over a register: everything that names other things, then what must hold for the whole.</summary>
internal sealed class RegisterBinder(Binding b, IReadOnlySet<string> statutes, Passed passed)
{
    private readonly YamlMap root = b.Draft.Root;

    public Register Bind()
    {
        var draft = b.Draft;
        var fields = draft.Fields.Select(BindField).ToList();
        var steps = draft.Steps.Select(new StepReader(b).Read).ToList();
        var publications = draft.Publications.Select(p => new PublicationReader(b).Read(p, steps)).ToList();
        var clocks = draft.Clocks.Select(new ClockReader(b, statutes).Read).ToList();
        var gates = new GateReader(b);
        var register = new Register
        {
            Id = draft.Id,
            Module = draft.Module,
            InForce = draft.InForce,
            Title = draft.Title,
            Statute = draft.Statute,
            Order = root.WholeNumber("order") ?? int.MaxValue,
            NumberPattern = NumberPattern(out var at),
            NumberAt = at,
            TitlePattern = root.RequiredText("title-from"),
            OfficeField = OfficeField(),
            Parameters = draft.Parameters,
            Fields = fields,
            Steps = [.. steps, .. publications.SelectMany(p => p.Steps)],
            Clocks = [.. clocks, .. publications.SelectMany(p => p.Clocks)],
            Gates = [.. draft.Gates.Select(g => gates.Read(g, check: false)).Concat(draft.Checks.Select(c => gates.Read(c, check: true))).OfType<Gate>()],
            Publications = [.. publications.Select(p => p.Publication)],
            Columns = b.Known(root.Words("columns"), "列", draft.Facts.Columns.Select(c => c.Name).Concat(draft.ClockNames)),
            Facts = draft.Facts,
            Overlays = draft.Overlays,
            Uses = [.. root.Words("uses").Select(w => w.Value)],
            Position = draft.Position,
        };
        PatternCheck.Title(root.TextNode("title-from"), draft, b.Errors);
        root.Done();
        new RegisterChecks(b, passed).Check(register);
        return register;
    }

    private Field BindField(FieldDraft draft)
    {
        var field = BindValues(draft, b.Scope);
        if (field.Type != FieldType.Rows || b.Draft.Facts.FindRows(field.Id) is not { } rows)
        {
            return field;
        }

        var scope = b.Scope.ForRows(rows);
        var columns = draft.Columns.Select(c => BindValues(c, scope)).ToList();
        DeriveOrder.Check(columns, b.Draft.ClockNames, b.Errors);
        return field with { Columns = columns };
    }

    private Field BindValues(FieldDraft draft, ExpressionScope scope) => draft.Field with
    {
        Derive = b.Expressions.Value(draft.Derive, scope, draft.Field),
        Default = b.Expressions.Value(draft.Default, scope, draft.Field),
        When = b.Expressions.Condition(draft.When, scope),
    };

    private string? NumberPattern(out string? at)
    {
        at = null;
        if (root.Child("number") is not { } number)
        {
            return null;
        }

        number.Require("pattern");
        PatternCheck.Number(number.TextNode("pattern"), b.Errors);
        at = b.Step(number, "at");
        var pattern = number.Text("pattern");
        number.Done();
        return pattern;
    }

    private string? OfficeField()
    {
        if (root.TextNode("office") is not { } text)
        {
            return null;
        }

        return b.Known([text], "单位字段", b.Draft.Fields.Where(f => f.Field.Type == FieldType.Office).Select(f => f.Field.Id)).FirstOrDefault();
    }
}
