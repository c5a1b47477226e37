namespace Fadu.Rules.Checking.Figures;

/// <summary>How a printed number is hedged. A hedged number is an interval or a bound and never equals anything exactly.</summary>
public enum Approximation
{
    /// <summary>Printed as it is.</summary>
    Exact,

    /// <summary>约, 左右, 上下.</summary>
    About,

    /// <summary>近, 接近, 不到, 不足, 以下, 以内.</summary>
    Below,

    /// <summary>超, 超过, 逾, 余, 多, 以上, 突破.</summary>
    Above,
}
