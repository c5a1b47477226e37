using System.Numerics;

namespace Fadu.Rules.Expressions.Nodes;

/// <summary>An exact number, so that memory and both databases agree on every comparison, also after a division.</summary>
/// <param name="Den">Always positive.</param>
internal readonly record struct Fraction(BigInteger Num, BigInteger Den) : IComparable<Fraction>
{
    private static readonly BigInteger Most = new(decimal.MaxValue);

    public static Fraction Of(long whole) => new(whole, BigInteger.One);

    public static Fraction Of(decimal value)
    {
        var scale = Power(value.Scale);
        return new(new BigInteger(value * (decimal)scale), scale);
    }

    /// <summary>A value as fact rows hold numbers.</summary>
    public static Fraction? Of(object? value) => value switch
    {
        null => null,
        long n => Of(n),
        int n => Of((long)n),
        decimal n => Of(n),
        _ => throw new InvalidOperationException($"A number column holds a {value.GetType().Name}."),
    };

    public static Fraction operator +(Fraction a, Fraction b) =>
        a.Den == b.Den ? new(a.Num + b.Num, a.Den) : new(a.Num * b.Den + b.Num * a.Den, a.Den * b.Den);

    public static Fraction operator -(Fraction a) => new(-a.Num, a.Den);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Num * b.Num, a.Den * b.Den);

    /// <summary>Missing where the divisor is 0.</summary>
    public static Fraction? operator /(Fraction a, Fraction b) =>
        b.Num.IsZero ? null : new(a.Num * b.Den * b.Num.Sign, a.Den * BigInteger.Abs(b.Num));

    public int CompareTo(Fraction other) => Den == other.Den ? Num.CompareTo(other.Num) : (Num * other.Den).CompareTo(other.Num * Den);

    /// <summary>A whole number of days, months or rows; missing where it is not whole or absurdly large.</summary>
    public int? ToCount() => Num % Den == 0 && BigInteger.Abs(Num / Den) <= 1_000_000 ? (int)(Num / Den) : null;

    public object? ToValue(bool whole)
    {
        if (whole)
        {
            var n = Num / Den;
            return n >= long.MinValue && n <= long.MaxValue ? (long)n : null;
        }

        var common = BigInteger.GreatestCommonDivisor(Num, Den);
        var (num, den) = (Num / common, Den / common);
        return BigInteger.Abs(num) <= Most && den <= Most ? (decimal)num / (decimal)den : null;
    }

    private static BigInteger Power(int scale) => BigInteger.Pow(10, scale);
}
