using System.Globalization;
using Fadu.Core.Offices;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Core.Replays;

/// <summary>Fills the form of a step with values that could be real: what the recipe says, else something of the field's type.</summary>
internal sealed class ReplayValues(Recipe recipe, ReplayDistrict district, int index, Random random)
{
    private readonly HashSet<string> concerned = new(StringComparer.Ordinal);

    /// <summary>A value, or null where the field is left empty.</summary>
    /// <param name="required">The form asks for it.</param>
    public object? Of(Field field, DateOnly on, string office, bool required)
    {
        if (recipe.Values.TryGetValue(field.Id, out var given))
        {
            var value = Given(field, Choose(given, office), on, office);
            if (field.Type == FieldType.Office && value is string named)
            {
                concerned.Add(named);
            }

            return value;
        }

        // A field that only applies under a condition is left to the recipe, which knows whether it holds.
        return field.When is null && (required || Worth(field)) ? Invented(field, on, office) : null;
    }

    /// <summary>Rows that a step adds.</summary>
    public List<RowValue> RowsOf(Field field, DateOnly on, string office)
    {
        var rule = recipe.Rows.GetValueOrDefault(field.Id) ?? new RecipeRows(1, 2, null, false, new Dictionary<string, IReadOnlyList<string>>());
        var count = rule.Total is { } total ? (int)((long)total * (index + 1) / recipe.Count - (long)total * index / recipe.Count) : random.Next(rule.Least, rule.Most + 1);
        List<RowValue> rows = [];
        for (var i = 0; i < count; i++)
        {
            Dictionary<string, object?> cells = [];
            foreach (var column in field.Columns.Where(c => c.Derive is null))
            {
                var value = rule.Values.TryGetValue(column.Id, out var texts) ? Given(column, texts[rule.Cycle ? i % texts.Count : random.Next(texts.Count)], on, office)
                    : column.Required && column.When is null ? Invented(column, on, office) : null;
                if (value is not null)
                {
                    cells[column.Id] = value;
                }
            }

            rows.Add(new(cells));
        }

        return rows;
    }

    // "urban@zfj" is meant for matters of this office, or against it; without one it is for all others.
    private string Choose(IReadOnlyList<string> texts, string office)
    {
        var own = texts.Where(t => t.Split('@') is [_, var meant] && (meant == office || concerned.Contains(meant))).ToList();
        var fitting = own.Count > 0 ? own : [.. texts.Where(t => !t.Contains('@'))];
        return fitting[random.Next(fitting.Count)].Split('@')[0];
    }

    private static bool Worth(Field field) => field.Type is FieldType.Party or FieldType.Officers;

    private object? Given(Field field, string text, DateOnly on, string office)
    {
        if (text == "-")
        {
            return null;
        }

        if (text == "*")
        {
            return Invented(field, on, office);
        }

        if (text.Split("..") is [var least, var most] && field.Type is FieldType.WholeNumber or FieldType.Money or FieldType.Decimal)
        {
            var number = random.NextInt64(long.Parse(least, CultureInfo.InvariantCulture), long.Parse(most, CultureInfo.InvariantCulture) + 1);
            return field.Type == FieldType.WholeNumber ? (object)number : (decimal)number;
        }

        return field.Type switch
        {
            FieldType.Identifier or FieldType.Text or FieldType.LongText => text.Replace("{n}", (index + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            FieldType.WholeNumber => long.Parse(text, CultureInfo.InvariantCulture),
            FieldType.Money or FieldType.Decimal => decimal.Parse(text, CultureInfo.InvariantCulture),
            FieldType.YesNo => text is "true" or "是",
            FieldType.Date => text.StartsWith('+') ? on.AddDays(int.Parse(text[1..], CultureInfo.InvariantCulture)) : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            FieldType.Codes or FieldType.Offices => text.Split('|').ToList(),
            FieldType.Party when text is "natural" or "legal" => ReplayPeople.Party(random, district.Place, text == "natural" ? 100 : 0),
            FieldType.Party => new Party(text, "legal", null),
            FieldType.Office when text == "own" => office,
            FieldType.Office => text,
            _ => text,
        };
    }

    private object? Invented(Field field, DateOnly on, string office) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => Phrase(field),
        FieldType.WholeNumber => Math.Clamp(random.NextInt64(1, 6), (long)(field.Min ?? 0), (long)(field.Max ?? long.MaxValue)),
        FieldType.Decimal => field.Min ?? 1m,
        FieldType.Money => (decimal)random.Next(5, 200) * 100m,
        FieldType.Date => on,
        FieldType.Time => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T09:30",
        FieldType.YesNo => false,
        FieldType.Code => field.Codes!.Codes[random.Next(field.Codes.Codes.Count)].Id,
        FieldType.Codes => new List<string> { field.Codes!.Codes[random.Next(field.Codes.Codes.Count)].Id },
        FieldType.Office => office,
        FieldType.Offices => new List<string> { office },
        FieldType.Officers => district.Officers(office, random, on),
        FieldType.Officer => district.Officers(office, random, on)[0],
        FieldType.Person => ReplayPeople.Person(random),
        FieldType.Party => ReplayPeople.Party(random, district.Place, 40),
        FieldType.Place => $"{district.Place}{Streets[random.Next(Streets.Length)]}{random.Next(1, 300)}号",
        FieldType.Identifier => null,
        _ => null,
    };

    private static readonly string[] Streets = ["人民路", "建设路", "青年路", "滨河大道", "工业园区一路", "文化街", "解放路", "兴业路"];

    private string Phrase(Field field)
    {
        var phrases = recipe.Phrases.GetValueOrDefault(field.Id);
        return phrases is not null ? phrases[random.Next(phrases.Count)] : field.Example ?? field.Title + "（演示）";
    }
}
