namespace Fadu.Rules.Calendar;

/// <summary>What a step of a computation says.</summary>
public enum TraceKind
{
    /// <summary>The event from which the limit runs.</summary>
    Start = 1,

    /// <summary>The limit and how its unit is read.</summary>
    Limit = 2,

    /// <summary>Days that count.</summary>
    Counted = 3,

    /// <summary>Days that do not count, with the reason.</summary>
    Skipped = 4,

    /// <summary>Time during which the limit was stopped.</summary>
    Stop = 5,

    /// <summary>A lengthening.</summary>
    Extension = 6,

    /// <summary>A lengthening without effect.</summary>
    ExtensionRefused = 7,

    /// <summary>The end moved from a day off to a working day.</summary>
    Roll = 8,

    /// <summary>The result.</summary>
    Due = 9,

    /// <summary>A reservation about the result.</summary>
    Provisional = 10,
}

/// <summary>One step of a computation, with its days and a Chinese sentence, for the page 为什么是这一天.</summary>
/// <param name="From">First day the step is about, included.</param>
/// <param name="To">Last day, included; null when open or not about days.</param>
/// <param name="Days">Days counted or left out, in the unit of the step; zero when it counts none.</param>
/// <param name="Sentence">Whole sentence for the user.</param>
public sealed record TraceStep(TraceKind Kind, DateOnly From, DateOnly? To, int Days, string Sentence);
