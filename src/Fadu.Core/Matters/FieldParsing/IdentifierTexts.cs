using Fadu.Core.Tables;
using Fadu.Rules.Identifiers;

namespace Fadu.Core.Matters.FieldParsing;

/// <summary>Identifiers by their kind in the definition language.</summary>
internal static class IdentifierTexts
{
    private static readonly Dictionary<string, IdentifierKind> Kinds = new(StringComparer.Ordinal)
    {
        ["social-credit-code"] = IdentifierKind.CreditCode,
        ["citizen-id"] = IdentifierKind.ResidentId,
        ["organisation-code"] = IdentifierKind.OrganisationCode,
        ["region-code"] = IdentifierKind.RegionCode,
        ["document-number"] = IdentifierKind.DocumentNumber,
        ["case-number"] = IdentifierKind.CaseNumber,
        ["court-case-number"] = IdentifierKind.CourtCaseNumber,
        ["mobile"] = IdentifierKind.MobilePhone,
    };

    public static (object? Value, string? Error) Read(string? kind, CellResult<string> read)
    {
        if (!read.HasValue || kind is null || !Kinds.TryGetValue(kind, out var known))
        {
            return (read.Value, read.Error);
        }

        var check = IdentifierValidator.Validate(known, read.Value);
        return (check.Value, check.Error?.TrimEnd('。'));
    }
}
