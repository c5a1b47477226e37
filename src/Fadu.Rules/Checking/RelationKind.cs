namespace Fadu.Rules.Checking;

/// <summary>The kinds of relation that the checker knows. The names written to JSON are frozen in <see cref="CheckNames"/>.</summary>
public enum RelationKind
{
    Sum, Ratio, Growth, Difference, Subset, Flow, Respectively, Enumeration, Duplicate, Table, Year, Date, Class, Wording, Missing, Citation, Typography,
}
