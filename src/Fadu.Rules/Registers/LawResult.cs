using System.Diagnostics.CodeAnalysis;
using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Registers;

/// <summary>What loading gave: the law, or everything wrong with it.</summary>
public sealed class LawResult
{
    internal LawResult(Law? law, IReadOnlyList<LawError> errors) => (Law, Errors) = (errors.Count == 0 ? law : null, errors);

    /// <summary>The law; none where anything is wrong.</summary>
    public Law? Law { get; }

    /// <summary>All errors, by file and line.</summary>
    public IReadOnlyList<LawError> Errors { get; }

    /// <summary>Whether there is a law.</summary>
    [MemberNotNullWhen(true, nameof(Law))]
    public bool Ok => Law is not null;

    /// <summary>The law, or an exception that lists every error.</summary>
    /// <exception cref="InvalidOperationException">Something is wrong.</exception>
    public Law OrThrow() => Law ?? throw new InvalidOperationException(
        $"法律定义有 {Errors.Count} 处错误，系统不能启动：{Environment.NewLine}{string.Join(Environment.NewLine, Errors)}");
}
