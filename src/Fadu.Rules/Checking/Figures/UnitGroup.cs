namespace Fadu.Rules.Checking.Figures;

/// <summary>
/// Units that may stand in one sum.
/// Measure words for cases and things mix freely inside one sum in real reports (份 with 卷, 个 with 座); persons, person-times, households
/// and times do not add to them.
/// </summary>
public enum UnitGroup
{
    None, Thing, Person, PersonTime, Household, HouseholdTime, Occasion, Money, ForeignMoney, Percent, Point, PerMille, Multiple,
    Length, Area, Mass, Volume, Power, Energy, Duration, Hour, Other,
}
