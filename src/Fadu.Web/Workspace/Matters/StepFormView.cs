using System.Globalization;
using Fadu.Core.Lists;
using Fadu.Core.Matters;
using Fadu.Core.Matters.FieldParsing;
using Fadu.Core.Tables;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers;

namespace Fadu.Web.Workspace.Matters;

/// <summary>Something wrong with the form, and the input at which it is said; empty = the form as a whole.</summary>
public sealed record FormError(string Input, string Says);

/// <summary>A place for an instrument.</summary>
public sealed record FileSlot(string Input, string Instrument, bool Required);

/// <summary>A file that was uploaded and is kept while the form is shown again.</summary>
public sealed record KeptFile(string Token, AttachedFile File);

/// <summary>A field on the form.</summary>
/// <param name="Appends">The rows typed are added to those that are there.</param>
public sealed record FormField(Field Field, bool Required, bool Appends);

/// <summary>The form of a step with everything typed so far.</summary>
public sealed class StepFormView
{
    /// <summary>Version of the register.</summary>
    public required Register Register { get; init; }
    /// <summary>Step.</summary>
    public required Step Step { get; init; }
    /// <summary>Matter, or null where one is opened.</summary>
    public LoadedMatter? Matter { get; init; }
    /// <summary>Inputs as typed.</summary>
    public required TypedInputs Typed { get; init; }
    /// <summary>What is wrong.</summary>
    public List<FormError> Errors { get; } = [];
    /// <summary>Files kept.</summary>
    public List<KeptFile> Kept { get; } = [];
    /// <summary>When the form was kept as a draft, or none.</summary>
    public DateTimeOffset? SavedAt { get; set; }
    /// <summary>Address of the form.</summary>
    public string Address => AddressOf(Register.Id, Step.Id, Matter?.Id);
    /// <summary>Somebody else was first.</summary>
    public MatterOutcome.Stale? Stale { get; set; }
    /// <summary>What the step does to the clocks.</summary>
    public IReadOnlyList<string> Clocks { get; set; } = [];
    /// <summary>Why the step may not be done, before anything is typed.</summary>
    public IReadOnlyList<string> Blocked { get; set; } = [];
    /// <summary>Certified officers to choose from.</summary>
    public IReadOnlyList<OfficerChoice> Officers { get; set; } = [];
    /// <summary>Matters that a typed reference may mean, by input.</summary>
    public Dictionary<string, IReadOnlyList<FoundMatter>> Suggestions { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields in the order of the paper form.</summary>
    public IReadOnlyList<FormField> Fields =>
        [.. Step.Sets.Select(s => new FormField(Register.Field(s.Field)!, s.Required, false)), .. Step.Adds.Select(a => new FormField(Register.Field(a)!, false, true))];

    /// <summary>Places for files.</summary>
    public IReadOnlyList<FileSlot> Slots =>
        [.. Step.Files.Select((f, i) => new FileSlot($"file.{i}", f, true)), .. Step.OptionalFiles.Select((f, i) => new FileSlot($"file.o{i}", f, false)), new("file.x", "", false)];

    /// <summary>Version on which the user works: the newest that he has been told of.</summary>
    public int Seen => Stale?.Version ?? (int.TryParse(Typed["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : Matter?.Version ?? 0);

    /// <summary>Whether the form shows the value that the matter already has: not for what is done anew, and never for personal data.</summary>
    public bool Prefills(Field field) => !Step.Repeat && !field.Personal && field.Type != FieldType.Party && !Step.Adds.Contains(field.Id);

    /// <summary>What is wrong at an input.</summary>
    public IEnumerable<string> At(string input) => Errors.Where(e => e.Input == input).Select(e => e.Says);

    /// <summary>Address of the form of a step.</summary>
    public static string AddressOf(string register, string step, long? matter) => matter is { } id ? $"/matters/{id}/steps/{step}" : $"/registers/{register}/new?step={step}";

    /// <summary>Puts refusals where they belong: at a field, at a place for a file, or above the form.</summary>
    public void Refuse(IEnumerable<Refusal> refusals, Func<Refusal, string> words)
    {
        foreach (var refusal in refusals.Where(r => r.Blocks))
        {
            var input = refusal.Kind switch
            {
                RefusalKind.Field => FieldForm.InputOf(refusal.Id),
                RefusalKind.File => Slots.FirstOrDefault(s => s.Instrument == refusal.Id)?.Input ?? "",
                RefusalKind.Date => "on",
                _ => "",
            };
            Errors.Add(new(input, words(refusal)));
        }
    }
}

/// <summary>Days as typed.</summary>
internal static class TypedDay
{
    public static DateOnly? Read(string text) => CellParsing.Date(Cell.OfText(text)) is { HasValue: true } day ? day.Value : null;
}
