using Fadu.Core.Law;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Imports;

/// <summary>Puts what the procedure refuses at the column where it can be set right.</summary>
internal static class ImportRefusals
{
    public static void Add(ImportRow row, ImportLayout layout, Refusal refusal, LawStore law)
    {
        var heading = refusal.Kind == RefusalKind.Field ? layout.ValueHeading(refusal.Id) : DateHeadingIn(layout, refusal.Says);
        // A cell that could not be read has been told already; that its value is missing follows from it.
        if (row.Errors.Any(e => e.Heading.Length > 0 && e.Heading == heading))
        {
            return;
        }

        var basis = refusal.Basis is { Practice: false } found ? $"（{law.Cite(found)}）" : "";
        var advice = refusal.Advice is { Length: > 0 } text ? $"，{text}" : "";
        row.Errors.Add(new(heading, refusal.Says + basis + advice));
    }

    private static string DateHeadingIn(ImportLayout layout, string says) =>
        layout.Columns.Where(c => c.Kind == ImportColumnKind.StepDate && says.Contains($"“{c.Step!.Title}”", StringComparison.Ordinal))
            .OrderBy(c => says.IndexOf($"“{c.Step!.Title}”", StringComparison.Ordinal)).FirstOrDefault()?.Heading ?? "";
}
