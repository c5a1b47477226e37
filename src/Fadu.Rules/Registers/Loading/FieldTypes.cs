namespace Fadu.Rules.Registers.Loading;

/// <summary>Words of the definition language for field types and identifier kinds.</summary>
internal static class FieldTypes
{
    public static IReadOnlyDictionary<string, FieldType> ByName { get; } = new Dictionary<string, FieldType>
    {
        ["text"] = FieldType.Text,
        ["long-text"] = FieldType.LongText,
        ["whole-number"] = FieldType.WholeNumber,
        ["decimal"] = FieldType.Decimal,
        ["money"] = FieldType.Money,
        ["date"] = FieldType.Date,
        ["time"] = FieldType.Time,
        ["yes-no"] = FieldType.YesNo,
        ["code"] = FieldType.Code,
        ["codes"] = FieldType.Codes,
        ["office"] = FieldType.Office,
        ["offices"] = FieldType.Offices,
        ["officer"] = FieldType.Officer,
        ["officers"] = FieldType.Officers,
        ["person"] = FieldType.Person,
        ["party"] = FieldType.Party,
        ["identifier"] = FieldType.Identifier,
        ["place"] = FieldType.Place,
        ["file"] = FieldType.File,
        ["reference"] = FieldType.Reference,
        ["rows"] = FieldType.Rows,
    };

    public static IReadOnlySet<string> IdentifierKinds { get; } = new HashSet<string>
    {
        "social-credit-code", "citizen-id", "organisation-code", "region-code", "document-number", "case-number", "mobile",
    };

    /// <summary>A whole number that is a calendar year; no later than a century from the first definitions, so that 20224 is caught.</summary>
    public const string Year = "year";

    public const decimal LastYear = 2100;

    public static bool IsNumber(FieldType type) => type is FieldType.WholeNumber or FieldType.Decimal or FieldType.Money;

    public static bool MayBePersonal(FieldType type) =>
        type is FieldType.Text or FieldType.LongText or FieldType.Person or FieldType.Party or FieldType.Identifier or FieldType.Place or FieldType.File;
}
