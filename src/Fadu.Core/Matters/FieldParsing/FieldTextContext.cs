using Fadu.Core.Offices;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Matters.FieldParsing;

/// <summary>What names in a text may refer to: offices, certified officers, other matters by number.</summary>
public sealed record FieldTextContext
{
    /// <summary>Code of an office by its name or code, or null.</summary>
    public required Func<string, string?> Office { get; init; }
    /// <summary>Officer by certificate number or name, or null; a name without certificate is kept as it is.</summary>
    public Func<string, OfficerName?> Officer { get; init; } = _ => null;
    /// <summary>Matter by register and number (or id), or null.</summary>
    public Func<string, string, long?> Matter { get; init; } = (_, _) => null;

    /// <summary>Offices of a region; the rest is looked up by nobody.</summary>
    public static FieldTextContext Of(OfficeDirectory offices, string region) => new() { Office = name => offices.FindByName(region, name)?.Code };
}
