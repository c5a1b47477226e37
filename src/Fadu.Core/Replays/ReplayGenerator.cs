using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Rules.Calendar;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Replays;

/// <summary>Makes the matters of a replay; the same replay always gives the same matters.</summary>
public sealed class ReplayGenerator(LawStore law, ReplayDistrict district, Func<string, AttachedFile> file)
{
    /// <summary>All matters of all recipes.</summary>
    public IEnumerable<(Recipe Recipe, WholeMatter Matter)> Matters(Replay replay)
    {
        for (var r = 0; r < replay.Recipes.Count; r++)
        {
            var recipe = replay.Recipes[r];
            var offices = district.Offices(recipe);
            for (var i = 0; i < recipe.Count; i++)
            {
                // A stream of its own for each matter: adding a recipe does not change the others.
                yield return (recipe, Matter(recipe, offices[i % offices.Count], i, new Random(HashCode(replay.Seed, r, i))));
            }
        }
    }

    private WholeMatter Matter(Recipe recipe, string office, int index, Random random)
    {
        var days = ReplayDates.Choose(recipe, law.Current.Calendar, random);
        var register = law.Opening(recipe.Register, days[0]);
        var values = new ReplayValues(recipe, district, index, random);
        HashSet<string> set = new(StringComparer.Ordinal);
        List<ActDraft> acts = [];
        for (var i = 0; i < recipe.Steps.Count; i++)
        {
            var step = register.Step(recipe.Steps[i].Step)
                ?? throw new StoreException($"{recipe.Place}：“{register.Title}”没有环节“{recipe.Steps[i].Step}”", "请核对 steps");
            acts.Add(Act(register, step, values, set, days[i], office, random));
        }

        return new(recipe.Register, office, acts, recipe.Source, recipe.Source is null ? null : $"{recipe.Place}-{index + 1:D5}", null);
    }

    private ActDraft Act(Register register, Step step, ReplayValues values, HashSet<string> set, DateOnly on, string office, Random random)
    {
        Dictionary<string, object?> typed = new(StringComparer.Ordinal);
        foreach (var (id, required) in step.Sets)
        {
            var field = register.Field(id)!;
            if (field.Derive is null && (set.Add(id) || required))
            {
                var value = field.Type == FieldType.Rows ? values.RowsOf(field, on, office) : values.Of(field, on, office, required);
                if (value is not null)
                {
                    typed[id] = value;
                }
            }
        }

        foreach (var id in step.Adds)
        {
            typed[id] = values.RowsOf(register.Field(id)!, on, office);
        }

        return new()
        {
            Step = step.Id,
            On = on,
            RecordedAt = ChinaTime.At(on, new TimeOnly(9 + random.Next(8), random.Next(60), random.Next(60))),
            Account = "demo-" + office,
            AccountName = ReplayPeople.Person(random),
            Office = office,
            Values = typed,
            Files = [.. step.Files.Select(file)],
        };
    }

    // string.GetHashCode and HashCode.Combine differ from run to run; a replay must not.
    private static int HashCode(int seed, int recipe, int index) => unchecked((((seed * 397) ^ recipe) * 7919) ^ (index * 104_729));
}
