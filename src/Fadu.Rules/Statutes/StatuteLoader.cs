using System.Text.RegularExpressions;
using Fadu.Rules.Calendar;
using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Statutes;

/// <summary>Reads law/statutes/*.yaml, strictly, and checks that versions of a law follow each other without gap or overlap.</summary>
public static partial class StatuteLoader
{
    private static readonly string[] Facts = ["title", "number", "issuer", "issued", "in_force", "repealed", "days"];

    private static readonly Dictionary<string, DayCounting> Countings = new()
    {
        ["calendar"] = DayCounting.Calendar,
        ["explicit"] = DayCounting.ExplicitOnly,
        ["listed"] = DayCounting.Listed,
        ["up-to"] = DayCounting.UpTo,
        ["all"] = DayCounting.AllWorking,
    };

    private static readonly Dictionary<string, Division> Divisions = new() { ["articles"] = Division.Article, ["points"] = Division.Point, ["parts"] = Division.Part };

    /// <summary>Reads the files; the result holds all errors of all files.</summary>
    public static LawFileResult<StatuteBook> Load(IEnumerable<LawFile> files)
    {
        var errors = new List<LawFileError>();
        var statutes = new List<(LawFile File, Statute Statute)>();
        foreach (var file in files)
            if (Read(file, errors) is { } statute) statutes.Add((file, statute));
        if (errors.Count == 0) StatuteChecks.CheckSet(statutes, errors);
        return new(errors.Count == 0 ? new StatuteBook(statutes.Select(s => s.Statute)) : null, errors);
    }

    private static Statute? Read(LawFile file, List<LawFileError> errors)
    {
        var before = errors.Count;
        if (YamlObject.Parse(file, errors) is not { } root) return null;
        if (!IdPattern().IsMatch(file.Id))
            root.Error($"文件名“{file.Id}”不能作编号", "请用小写英文、数字和连字符，末尾为通过年份，例如 reconsideration-law-2023.yaml");
        var kind = root.Word("kind", StatuteKinds.Words);
        var title = root.RequiredText("title");
        var shortTitle = root.Text("short_title") ?? title;
        var statute = new Statute(
            file.Id, title, shortTitle, root.RequiredText("number"), root.RequiredText("issuer"), kind,
            ReadRegion(root, kind), root.Date("issued"), root.RequiredDate("in_force"), root.Date("repealed"),
            root.Texts("supersedes"), ReadDays(root, kind, shortTitle), root.Text("numbered_by") is null ? Division.Article : root.Word("numbered_by", Divisions), root.RequiredText("source"), root.Texts("unverified"));
        foreach (var fact in statute.Unverified.Except(Facts))
            root.Error($"“unverified”不认识“{fact}”", "只能写：" + string.Join("、", Facts), "unverified");
        if (statute.Number == "待核实" && !statute.Unverified.Contains("number"))
            root.Error("文号待核实，但没有列入“unverified”", "请写 unverified: [number]", "number");
        if (statute.InForce != default && statute.Issued > statute.InForce) root.Error("施行日早于通过日或者公布日", "请核对 issued 和 in_force", "in_force");
        if (statute.Repealed <= statute.InForce) root.Error("失效日不晚于施行日", "请核对 in_force 和 repealed", "repealed");
        root.Done();
        return errors.Count == before ? statute : null;
    }

    private static string? ReadRegion(YamlObject root, StatuteKind kind)
    {
        var region = root.Text("region");
        var local = kind is StatuteKind.LocalRegulation or StatuteKind.LocalRule;
        if (local && region is null) root.Error("地方的依据没有写明地区", "请写六位行政区划代码，例如 region: 330000");
        if (region is not null && !RegionPattern().IsMatch(region))
            root.Error($"“{region}”不是六位行政区划代码", "请写成 330000 的样子", "region");
        return region;
    }

    private static DayCountingRule? ReadDays(YamlObject root, StatuteKind kind, string shortTitle)
    {
        if (root.Object("days") is not { } days)
        {
            if (kind != StatuteKind.Standard) root.Error("没有写明“日”怎样计算", "请写 days，例如 days: {count: explicit}");
            return null;
        }
        var count = days.Word("count", Countings);
        var numbers = new List<int>();
        foreach (var text in days.Texts("numbers"))
            if (int.TryParse(text, out var number) && number > 0) numbers.Add(number);
            else days.Error($"“numbers”应当是正整数，现在有“{text}”", "请写成 [2, 3, 5, 7] 的样子", "numbers");
        if (count == DayCounting.Listed && numbers.Count == 0) days.Error("没有列出哪些日是工作日", "请写 numbers: [2, 3, 5, 7]");
        if (count == DayCounting.UpTo && numbers.Count != 1) days.Error("没有写明多少日以内是工作日", "请写 numbers: [10]");
        if (count is not (DayCounting.Listed or DayCounting.UpTo) && numbers.Count > 0)
            days.Error("这种计算方法不用列出日数", "请删去 numbers", "numbers");
        var basis = days.Text("basis") ?? "";
        if (basis.Length > 0 && !ArticleReference.TryChinese(basis, out _))
            days.Error($"“{basis}”不是条文序号", "请写成 85 或者 200-204", "basis");
        else if (basis.Length > 0) basis = $"《{shortTitle}》{ArticleReference.Chinese(basis)}";
        else if (count is DayCounting.Listed or DayCounting.UpTo or DayCounting.AllWorking)
            days.Error("没有写明按工作日计算的条文", "请写 basis，例如 basis: \"85\"");
        var roll = days.Flag("roll", whenAbsent: true);
        days.Done();
        return new(count, numbers, basis, roll);
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*-(19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[1-9][0-9]{5}$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionPattern();
}
