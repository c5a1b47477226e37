using Fadu.Rules.Expressions;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Exports;

/// <summary>A table that another system takes over, one line a matter, with its field codes: 双公示 and the like.</summary>
/// <param name="Where">Which matters; knows <c>period</c>.</param>
public sealed record ExportTemplate(string Id, string Title, Basis Basis, string Register, Expression Where, IReadOnlyList<ExportField> Fields, Position Position);

/// <summary>A column.</summary>
/// <param name="Code">Field code of the standard, e.g. CF_WSH.</param>
/// <param name="Value">Its value; none = always empty.</param>
/// <param name="Required">Condition under which it must not be empty; none = it may be.</param>
/// <param name="Length">Characters at most; none = any number.</param>
/// <param name="Words">What is written for a value that is no code of ours, e.g. <c>natural</c> → 自然人.</param>
public sealed record ExportField(string Code, string Title, Expression? Value, ExportForm Form, Expression? Required, int? Length, IReadOnlyDictionary<string, string> Words);

/// <summary>How a value is written.</summary>
public enum ExportForm
{
    /// <summary>As it is; codes by their titles, several joined by a semicolon.</summary>
    Plain = 1,
    /// <summary>2024/09/07.</summary>
    SlashDate = 2,
    /// <summary>万元 with six decimals.</summary>
    TenThousands = 3,
    /// <summary>Name of an office.</summary>
    Office = 4,
    /// <summary>An identifier of a natural person, masked in the middle.</summary>
    Masked = 5,
    /// <summary>统一社会信用代码 of an office.</summary>
    OfficeCode = 6,
}
