using System.Diagnostics.CodeAnalysis;

namespace Fadu.Rules.LawFiles;

/// <summary>What loading gave: the value, or every error found in one pass.</summary>
/// <remarks>A wrong file is an expected outcome when an administrator uploads it, and fatal at start. The caller decides:
/// <see cref="Errors"/> for a page, <see cref="OrThrow"/> for the start.</remarks>
public sealed class LawFileResult<T> where T : class
{
    /// <summary>Makes a result; a value counts only when there are no errors.</summary>
    public LawFileResult(T? value, IReadOnlyList<LawFileError> errors)
    {
        Errors = errors;
        Value = errors.Count == 0 ? value : null;
    }

    /// <summary>The loaded value, absent when anything was wrong.</summary>
    public T? Value { get; }

    /// <summary>All errors, in the order of the files.</summary>
    public IReadOnlyList<LawFileError> Errors { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Value is not null;

    /// <summary>The value, or an exception that lists every error.</summary>
    /// <exception cref="LawFileException">Something was wrong.</exception>
    public T OrThrow() => Value ?? throw new LawFileException(Errors);
}

/// <summary>Law files could not be loaded; the message lists every error.</summary>
public sealed class LawFileException(IReadOnlyList<LawFileError> errors)
    : Exception("法律定义文件有误，系统不能启动：" + Environment.NewLine + string.Join(Environment.NewLine, errors))
{
    /// <summary>All errors.</summary>
    public IReadOnlyList<LawFileError> Errors { get; } = errors;
}
