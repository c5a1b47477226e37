namespace Fadu.Core.Replays;

/// <summary>How to make the matters of one year: so many matters of each register with these values and dates.</summary>
/// <param name="Report">Report whose figures it reproduces, e.g. <c>002.1</c>.</param>
/// <param name="Seed">Same seed, same matters.</param>
/// <param name="Departments">Departments that the district has at least; what the demonstration lacks is invented.</param>
/// <param name="Towns">Likewise its towns and streets.</param>
public sealed record Replay(string Report, string Title, int Year, int Seed, int Departments, int Towns, IReadOnlyList<Recipe> Recipes);

/// <summary>So many like matters.</summary>
public sealed record Recipe
{
    /// <summary>Register.</summary>
    public required string Register { get; init; }
    /// <summary>How many.</summary>
    public required int Count { get; init; }
    /// <summary>Offices that open them, in turn; a name may stand more than once to weigh more.</summary>
    public required IReadOnlyList<string> Offices { get; init; }
    /// <summary>First possible opening day.</summary>
    public required DateOnly From { get; init; }
    /// <summary>Last possible day of the last act.</summary>
    public required DateOnly Until { get; init; }
    /// <summary>Steps in order with the days that pass before each.</summary>
    public required IReadOnlyList<RecipeStep> Steps { get; init; }
    /// <summary>Values by field: one text, or several to choose from.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; }
    /// <summary>Rows by rows field.</summary>
    public required IReadOnlyDictionary<string, RecipeRows> Rows { get; init; }
    /// <summary>Texts to choose from, by field.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; }
    /// <summary>System they are taken over from; none = recorded here, so that gates refuse.</summary>
    public string? Source { get; init; }
    /// <summary>File and line, for messages and for the numbers of the other system.</summary>
    public required string Place { get; init; }
}

/// <summary>Rows to add each time a step adds to the field.</summary>
/// <param name="Least">Fewest rows.</param>
/// <param name="Most">Most rows.</param>
/// <param name="Total">Rows over all matters of the recipe, spread evenly; none = random between least and most.</param>
/// <param name="Cycle">Takes the texts of a column in turn instead of at random.</param>
public sealed record RecipeRows(int Least, int Most, int? Total, bool Cycle, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);

/// <summary>One step of a recipe.</summary>
/// <param name="Least">Fewest days after the step before.</param>
/// <param name="Most">Most.</param>
/// <param name="Working">Working days instead of calendar days, for steps that must wait out a period in working days.</param>
public sealed record RecipeStep(string Step, int Least, int Most, bool Working);
