using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Statutes;

/// <summary>Checks that need all statutes at once.</summary>
internal static class StatuteChecks
{
    public static void CheckSet(List<(LawFile File, Statute Statute)> statutes, List<LawFileError> errors)
    {
        foreach (var same in statutes.GroupBy(s => s.Statute.Id).Where(g => g.Count() > 1))
            errors.Add(new(same.Last().File.Path, 0, $"编号“{same.Key}”已被 {same.First().File.Path} 使用", "请改名或者删去其中一个"));
        foreach (var versions in statutes.GroupBy(s => s.Statute.Law))
        {
            var ordered = versions.OrderBy(v => v.Statute.InForce).ToList();
            foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1))) CheckFollows(earlier, later, errors);
        }
        var byId = statutes.GroupBy(s => s.Statute.Id).ToDictionary(g => g.Key, g => g.First().Statute);
        foreach (var (file, statute) in statutes)
            foreach (var id in statute.Supersedes) CheckSuperseded(file, statute, byId.GetValueOrDefault(id), id, errors);
    }

    private static void CheckFollows((LawFile File, Statute Statute) earlier, (LawFile File, Statute Statute) later, List<LawFileError> errors)
    {
        var (end, begin) = (earlier.Statute.Repealed, later.Statute.InForce);
        if (end == begin) return;
        var what = end is null || end > begin ? "重叠" : "中断";
        errors.Add(new(earlier.File.Path, 0,
            $"与 {later.Statute.Id} 的有效期{what}：本版失效日为{(end is { } day ? $"{day:yyyy-MM-dd}" : "空")}，下一版施行日为{begin:yyyy-MM-dd}",
            $"请写 repealed: {begin:yyyy-MM-dd}，或者改正下一版的 in_force"));
    }

    private static void CheckSuperseded(LawFile file, Statute statute, Statute? old, string id, List<LawFileError> errors)
    {
        if (old is null)
            errors.Add(new(file.Path, 0, $"“supersedes”写了依据库中没有的“{id}”", "请补入该依据，或者删去"));
        else if (old.Repealed != statute.InForce)
            errors.Add(new(file.Path, 0, $"本依据取代“{id}”，但它的失效日不是{statute.InForce:yyyy-MM-dd}", $"请核对 {id}.yaml 的 repealed"));
    }
}
