using System.Numerics;

namespace Fadu.Rules.Expressions.Sql;

/// <summary>A number in SQL as whole numbers only: <c>Num / 10^Scale / Den</c>, so that no database rounds.</summary>
/// <remarks>Money is stored in 分 (scale 2), decimals in ten-thousandths (scale 4). Missing where either part is null; <see cref="Den"/> is never negative or 0.</remarks>
/// <param name="Den">Divisor, or none.</param>
/// <param name="Known">Value of a literal or parameter, to be scaled when written instead of scaling the other side.</param>
internal sealed record SqlNumber(string Num, int Scale, string? Den = null, BigInteger? Known = null)
{
    public static SqlNumber Of(decimal value)
    {
        var digits = value;
        var scale = 0;
        while (digits != decimal.Truncate(digits))
        {
            digits *= 10;
            scale++;
        }

        return new("", scale, null, new BigInteger(digits));
    }

    /// <summary>The numerator at a scale not smaller than its own.</summary>
    public string At(int scale, SqlWriter w)
    {
        var factor = BigInteger.Pow(10, scale - Scale);
        return Known is { } known ? w.Parameter((long)(known * factor))
            : factor.IsOne ? Num
            : $"({w.Dialect.Wide(Num)} * {factor})";
    }

    /// <summary>Both numerators at the same scale.</summary>
    public static (string Left, string Right, int Scale) Align(SqlNumber a, SqlNumber b, SqlWriter w)
    {
        var scale = Math.Max(a.Scale, b.Scale);
        return (a.At(scale, w), b.At(scale, w), scale);
    }

    /// <summary>Both as whole numbers that compare like the values.</summary>
    public static (string Left, string Right) Compare(SqlNumber a, SqlNumber b, SqlWriter w)
    {
        var (left, right, _) = Align(a, b, w);
        return (Times(left, b.Den, w), Times(right, a.Den, w));
    }

    public static SqlNumber Add(SqlNumber a, SqlNumber b, char sign, SqlWriter w)
    {
        var (left, right, scale) = Align(a, b, w);
        return new($"({Times(left, b.Den, w)} {sign} {Times(right, a.Den, w)})", scale, Product(a.Den, b.Den, w));
    }

    public static SqlNumber Multiply(SqlNumber a, SqlNumber b, SqlWriter w) =>
        new(Times(a.At(a.Scale, w), b.At(b.Scale, w), w), a.Scale + b.Scale, Product(a.Den, b.Den, w));

    public static SqlNumber Divide(SqlNumber a, SqlNumber b, SqlWriter w)
    {
        var (left, right, _) = Align(a, b, w);
        var num = Times(Times(left, b.Den, w), $"sign({w.Dialect.Wide(right)})", w);
        return new(num, 0, $"nullif(abs({Times(right, a.Den, w)}), 0)");
    }

    /// <summary>One of two numbers, by the first condition that holds.</summary>
    public static SqlNumber Choose(string first, SqlNumber a, string second, SqlNumber b, SqlWriter w)
    {
        var (left, right, scale) = Align(a, b, w);
        return new(
            $"(case when {first} then {left} when {second} then {right} end)", scale,
            a.Den is null && b.Den is null ? null : $"(case when {first} then {a.Den ?? "1"} when {second} then {b.Den ?? "1"} end)");
    }

    /// <summary>The value itself, for a list or a chart; PostgreSQL exactly, SQLite as a real number where it is not whole.</summary>
    public string ToValue(SqlWriter w)
    {
        var num = At(Scale, w);
        return Scale == 0 && Den is null ? num
            : Den is null ? $"({w.Dialect.Divisible(num)} / {BigInteger.Pow(10, Scale)})"
            : $"({w.Dialect.Divisible(num)} / {BigInteger.Pow(10, Scale)} / {Den})";
    }

    private static string Times(string a, string? b, SqlWriter w) => b is null ? a : $"({w.Dialect.Wide(a)} * {b})";

    private static string? Product(string? a, string? b, SqlWriter w) => a is null ? b : Times(a, b, w);
}
