using System.Diagnostics.CodeAnalysis;

namespace Fadu.Core.Tables;

public enum CellFault : byte
{
    None,
    NotReadable,
    OutOfRange,
    /// <summary>A number of more than 15 digits: Excel has replaced its last digits by zeros, the true value cannot be restored.</summary>
    ExcelFloatDamage,
    /// <summary>The cell holds #REF! or a formula without result.</summary>
    FormulaError,
}

/// <summary>What a cell says: a value, nothing, or a fault with a Chinese sentence (without row and field: the caller knows them).</summary>
public readonly record struct CellResult<T>
{
    private CellResult(bool has, T? value, CellFault fault, string? error) => (HasValue, Value, Fault, Error) = (has, value, fault, error);

    public static CellResult<T> Of(T value) => new(true, value, CellFault.None, null);

    public static CellResult<T> Empty { get; } = new(false, default, CellFault.None, null);

    public static CellResult<T> Failed(CellFault fault, string error) => new(false, default, fault, error);

    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue { get; }

    public T? Value { get; }

    public CellFault Fault { get; }

    public string? Error { get; }

    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsFault => Fault != CellFault.None;

    public bool IsEmpty => !HasValue && !IsFault;

    internal CellResult<TOther> As<TOther>() => IsFault ? CellResult<TOther>.Failed(Fault, Error) : CellResult<TOther>.Empty;
}
