using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions;

/// <summary>Offices and officers as rows that supervision rules are asked about.</summary>
public static class Subjects
{
    private static readonly Position Here = new("", 0);
    private static readonly CodeList NoStatuses = new("matter-status", "", null, [], Here);
    private static readonly Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object?>>> NoRows = [];

    internal static FactTable OfficerTable { get; } = FactTable.Build(
        "officer",
        [
            new() { Id = "certificate_until", Title = "执法证有效期", Type = FieldType.Date, Position = Here },
            new() { Id = "acts", Title = "证件失效后的执法次数", Type = FieldType.WholeNumber, Position = Here },
        ],
        [], [], NoStatuses);

    internal static FactTable OfficeTable(CodeList? kinds) => FactTable.Build(
        "office",
        [
            new() { Id = "powers", Title = "执法权力事项数", Type = FieldType.WholeNumber, Position = Here },
            new() { Id = "kind", Title = "单位类别", Type = kinds is null ? FieldType.Text : FieldType.Code, Codes = kinds, Position = Here },
        ],
        [], [], NoStatuses);

    /// <summary>An office.</summary>
    /// <param name="powers">Number of its enforcement powers.</param>
    public static FactRow Office(string kind, long powers) =>
        new(OfficeTable(null), new Dictionary<string, object?> { ["kind"] = kind, ["powers"] = powers }, NoRows);

    /// <summary>An enforcement officer.</summary>
    /// <param name="certificateUntil">Last day of the certificate, or none.</param>
    /// <param name="acts">Acts in the period after the certificate ended.</param>
    public static FactRow Officer(DateOnly? certificateUntil, long acts) =>
        new(OfficerTable, new Dictionary<string, object?> { ["certificate_until"] = certificateUntil, ["acts"] = acts }, NoRows);
}
