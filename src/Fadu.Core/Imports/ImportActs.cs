using Fadu.Core.Matters;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Imports;

/// <summary>Puts the days and values of a row into acts.</summary>
internal static class ImportActs
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>By day, on the same day in the order of the procedure; the step that opens stands first, so that an earlier day of another is seen as wrong.</summary>
    public static List<(Step Step, DateOnly On)> InOrder(ImportLayout layout, List<(Step Step, DateOnly On)> days)
    {
        var order = layout.StepOrder;
        return [.. days.OrderByDescending(d => d.Step.Opens).ThenBy(d => d.On).ThenBy(d => order[d.Step.Id])];
    }

    /// <summary>Gives each value to the first act that sets it.</summary>
    public static List<ImportedAct> Give(
        ImportLayout layout, Register register, List<(Step Step, DateOnly On)> days, Dictionary<string, object?> fields, Dictionary<string, string> numbers, List<ImportError> errors)
    {
        var left = new Dictionary<string, object?>(fields, StringComparer.Ordinal);
        var numbersLeft = new Dictionary<string, string>(numbers, StringComparer.Ordinal);
        List<ImportedAct> acts = [];
        foreach (var (known, on) in days)
        {
            if (register.Step(known.Id) is not { } step)
            {
                errors.Add(new(layout.DateHeading(known.Id), $"{days[0].On:yyyy-MM-dd}登记的事项适用{register.InForce:yyyy-MM-dd}起施行的规定，没有环节“{known.Title}”，请留空"));
                continue;
            }

            Dictionary<string, object?>? values = null;
            foreach (var id in step.Sets.Select(s => s.Field).Concat(step.Adds))
            {
                if (left.Remove(id, out var value))
                {
                    (values ??= new(StringComparer.Ordinal))[id] = value;
                }
            }

            numbersLeft.Remove(step.Id, out var number);
            acts.Add(new(step.Id, on, number, values ?? None));
        }

        errors.AddRange(left.Keys.Select(id => Homeless(layout, register, id)));
        errors.AddRange(numbersLeft.Keys.Select(id => new ImportError(layout.NumberHeading(id), $"填了文号，但没有填“{layout.DateHeading(id)}”，请补上日期")));
        return acts;
    }

    private static ImportError Homeless(ImportLayout layout, Register register, string field)
    {
        var setters = layout.Columns.Where(c => c.Kind == ImportColumnKind.StepDate && register.Step(c.Step!.Id) is { } s && (s.Sets.Any(f => f.Field == field) || s.Adds.Contains(field)))
            .Select(c => c.Heading).ToList();
        return new(layout.ValueHeading(field), setters.Count == 0
            ? "该事项登记时适用的规定没有这一项，请留空"
            : $"填了内容，但没有填“{string.Join("”或者“", setters.Take(4))}”，请补上办理日期，或者清空本列");
    }
}
