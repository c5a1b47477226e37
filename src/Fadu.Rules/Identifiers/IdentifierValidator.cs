namespace Fadu.Rules.Identifiers;

/// <summary>Checks identifiers as people type them and spreadsheets deliver them.</summary>
/// <remarks>Full-width letters and digits become half-width, blanks go, letters become upper case. The value returned is what is
/// stored and compared; the value as given belongs into the ledger entry of the import.</remarks>
public static class IdentifierValidator
{
    /// <summary>Checks one identifier.</summary>
    public static IdentifierCheck Validate(IdentifierKind kind, string? text)
    {
        var value = IdentifierText.Normalise(text);
        if (value.Length == 0) return IdentifierCheck.Wrong($"{kind.Chinese()}是空的，请填写。");
        if (SpreadsheetDamage.IsScientific(value)) return IdentifierCheck.Wrong(SpreadsheetDamage.Explain(value));
        var check = kind switch
        {
            IdentifierKind.CreditCode => CreditCode.Check(value),
            IdentifierKind.ResidentId => ResidentId.Check(value),
            IdentifierKind.OrganisationCode => OrganisationCode.Check(value),
            IdentifierKind.RegionCode => RegionCode.Check(value),
            IdentifierKind.DocumentNumber => DocumentNumber.Check(value),
            IdentifierKind.CaseNumber => DocumentNumber.CheckCase(value),
            IdentifierKind.CourtCaseNumber => CourtCaseNumber.Check(value),
            IdentifierKind.MobilePhone => MobilePhone.Check(value),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "不认识的编号种类。"),
        };
        return !check.IsValid && SpreadsheetDamage.IsRounded(value) ? IdentifierCheck.Wrong(SpreadsheetDamage.Explain(value)) : check;
    }
}
