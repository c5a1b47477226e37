using System.Diagnostics.CodeAnalysis;
using Fadu.Rules.Expressions;

namespace Fadu.Rules.Measures;

/// <summary>Only matters (or rows) with this code, office, or <c>true</c>/<c>false</c> in this field.</summary>
public sealed record MeasureFilter(string Field, string Code)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}={Code}";
}

/// <summary>A measure asked for, with filters: <c>reconsideration.concluded[result=uphold]</c>.</summary>
/// <param name="Measure">Full identifier.</param>
public sealed record MeasureRequest(string Measure, IReadOnlyList<MeasureFilter> Filters)
{
    /// <summary>A measure without filters.</summary>
    public MeasureRequest(string measure)
        : this(measure, [])
    {
    }

    /// <summary>What to write, for messages.</summary>
    public const string Notation = "请写 组.指标，或者 组.指标[字段=代码, 字段=代码]（组名用小写英文和下划线）";

    /// <summary>Reads the notation of formulas, report templates, tables and addresses.</summary>
    /// <param name="group">Group of the file: a name without a dot is a measure of this group; empty where there is none.</param>
    public static bool TryParse(
        string text, string group, [NotNullWhen(true)] out MeasureRequest? request, [NotNullWhen(false)] out ExpressionError? error)
    {
        request = (MeasureFormulaParser.Parse(text, group, out error) as MeasureTerm)?.Request;
        error = request is null ? error ?? new($"“{text}”应当是一个指标，例如 reconsideration.concluded[result=uphold]。", 1) : null;
        return request is not null;
    }

    /// <summary>The same measure with more filters.</summary>
    public MeasureRequest With(IReadOnlyList<MeasureFilter> more) =>
        more.Count == 0 ? this : new(Measure, [.. Filters.Concat(more).Distinct().OrderBy(f => f.Field, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public bool Equals(MeasureRequest? other) => other is not null && Measure == other.Measure && Filters.SequenceEqual(other.Filters);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Measure, Filters.Count);

    /// <inheritdoc/>
    public override string ToString() => Filters.Count == 0 ? Measure : $"{Measure}[{string.Join(", ", Filters)}]";
}
