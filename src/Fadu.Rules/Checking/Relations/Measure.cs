using Fadu.Rules.Checking.Figures;

namespace Fadu.Rules.Checking.Relations;

/// <summary>
/// Whether two figures may be added or divided.
/// Case words (件, 宗, 起, 例, 案, 份, 卷) name the same thing in different reports and even in one sentence.
/// </summary>
internal static class Measure
{
    private static readonly HashSet<string> Cases = ["件", "宗", "起", "例", "案", "份", "卷", "本", "部", "篇", "件次", "宗次", "案次", "批次", "件批次", "件(批)次", "笔", "单"];
    private static readonly HashSet<string> Places = ["个", "座", "处", "家", "所", "项", "条", "类", "种", "名", "间", "栋"];

    public static bool SameUnit(Figure a, Figure b) =>
        a.Group == b.Group && (a.Group is UnitGroup.Money or UnitGroup.Person || a.Unit == b.Unit || (Cases.Contains(a.Unit) && Cases.Contains(b.Unit)) || a.Group == UnitGroup.Thing && (a.Unit.Length == 0 || b.Unit.Length == 0));

    public static bool Compatible(Figure a, Figure b) => SameUnit(a, b) || (a.Group == UnitGroup.Thing && b.Group == UnitGroup.Thing && (Places.Contains(a.Unit) || Cases.Contains(a.Unit)) && (Places.Contains(b.Unit) || Cases.Contains(b.Unit)));
}
