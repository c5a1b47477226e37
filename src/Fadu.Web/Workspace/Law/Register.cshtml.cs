using Dapper;
using Fadu.Core.Districts;
using Fadu.Core.Law;
using Fadu.Core.Storage;
using Fadu.Rules.Registers;
using Fadu.Rules.WorkedCases;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fadu.Web.Workspace.Law;

/// <summary>One version of a register as a jurist reads it.</summary>
[Permission("law.read")]
public sealed class RegisterModel(LawStore law, Database database, District district, PageFormat format) : PageModel
{
    /// <summary>The version shown.</summary>
    public Register Register { get; private set; } = null!;
    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<Register> Versions { get; private set; } = [];
    /// <summary>The version before, or none.</summary>
    public Register? Before { get; private set; }
    /// <summary>What this version changed against the one before.</summary>
    public IReadOnlyList<RegisterChange> Changes { get; private set; } = [];
    /// <summary>Steps in the rounds in which they can be reached.</summary>
    public IReadOnlyList<IReadOnlyList<Step>> Layers { get; private set; } = [];
    /// <summary>Worked cases of this version.</summary>
    public IReadOnlyList<WorkedCase> Cases { get; private set; } = [];
    /// <summary>Parameters that the district has set itself.</summary>
    public IReadOnlySet<string> SetHere { get; private set; } = new HashSet<string>();
    /// <summary>Files in which it is written, the platform's first.</summary>
    public IReadOnlyList<(string File, string[] Lines)> Sources { get; private set; } = [];

    /// <summary>The address of a line of a source shown below.</summary>
    public string Line(Position position) => $"L-{Sources.ToList().FindIndex(s => s.File == position.File)}-{position.Line}";

    /// <summary>Shows a version; without a date the one under which matters are opened today.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string? inForce)
    {
        var current = law.Current;
        if (!current.Has(id))
        {
            return NotFound();
        }

        var found = inForce is null ? current.At(id, format.Today)
            : DateOnly.TryParseExact(inForce, "yyyy-MM-dd", out var day) ? current.Version(id, day) : null;
        if (found is null)
        {
            return NotFound();
        }

        Register = found;
        Versions = [.. current.Versions(id).Reverse()];
        Before = Versions.FirstOrDefault(v => v.InForce < found.InForce);
        Changes = Before is null ? [] : RegisterChanges.Between(current, Before, found);
        Layers = ProcedureLayers.Of(found);
        Cases = [.. current.CasesOf(found)];
        Sources = [.. SourceFiles(found).Where(current.Sources.ContainsKey).Select(f => (f, current.Sources[f].TrimEnd('\n').Split('\n')))];
        await using var connection = await database.OpenAsync(HttpContext.RequestAborted);
        SetHere = (await connection.QueryAsync<string>("select distinct parameter from parameters where region = @region and register = @id", new { region = district.Region, id })).ToHashSet();
        return Page();
    }

    private static IEnumerable<string> SourceFiles(Register register)
    {
        var own = register.Position.File;
        var below = own[own.IndexOf("registers/", StringComparison.Ordinal)..];
        return register.Overlays.Select(o => $"regions/{o}/{below}").Prepend(below).Concat(register.Uses.Select(u => $"shared/{u}.yaml"));
    }
}
