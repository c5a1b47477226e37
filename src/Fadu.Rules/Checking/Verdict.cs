namespace Fadu.Rules.Checking;

/// <summary>
/// What the checker says of one relation.
/// Only <see cref="Contradiction"/> and <see cref="Doubtful"/> accuse; the line between them is drawn by the base: a contradiction cannot be
/// true with any reading that the text offers, a doubtful relation can be true with a base that the text does not name.
/// </summary>
public enum Verdict
{
    /// <summary>矛盾: the statements cannot all be true.</summary>
    Contradiction = 1,

    /// <summary>存疑: true only with another base, another scope or another reading.</summary>
    Doubtful = 2,

    /// <summary>口径: depends on a definition that the text does not give; never an accusation.</summary>
    Definition = 3,

    /// <summary>提示: worth a look, nothing is claimed.</summary>
    Note = 4,

    /// <summary>一致: recomputed and equal at the printed precision.</summary>
    Consistent = 5,

    /// <summary>修约: equal once truncation or the rounding of the inputs is allowed for.</summary>
    Rounding = 6,
}
