using Fadu.Core.Districts;
using Fadu.Core.Offices;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Identifiers;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Replays;

/// <summary>The invented district of the demonstration, as its file describes it.</summary>
/// <param name="Today">Day on which its calendar begins.</param>
public sealed record DemonstrationDistrict(District District, DateOnly Today, IReadOnlyList<Office> Offices, IReadOnlyList<NewAccount> Accounts, IReadOnlyList<NewOfficer> Officers)
{
    /// <summary>Reads the file of the law folder.</summary>
    /// <exception cref="StoreException">The file is wrong.</exception>
    public static DemonstrationDistrict Read(FaduOptions options)
    {
        var path = Path.Combine(options.Law, "replays", "demonstration.district.yaml");
        List<LawFileError> errors = [];
        var file = YamlObject.Parse(new LawFile(Path.GetFileName(path), File.ReadAllText(path)), errors)
            ?? throw new StoreException(string.Join('\n', errors), "请修改该文件");
        var district = new District(file.RequiredText("region"), file.RequiredText("name"), file.RequiredText("short"), file.Texts("overlays"), true);
        var today = file.Date("today") ?? throw new StoreException($"{Path.GetFileName(path)} 缺少 today", "请写明演示区县的日历从哪一天起");
        List<Office> offices = [];
        List<NewOfficer> officers = [];
        var (random, codes) = (new Random(330399), new Random(32100));
        foreach (var item in file.Objects("offices"))
        {
            var office = new Office(
                item.RequiredText("code"), item.RequiredText("name"), item.RequiredText("abbr"), item.RequiredText("kind"), item.Text("parent"), item.WholeNumber("powers") ?? 0, offices.Count + 1, true, SyntheticIdentifiers.CreditCode(codes, '1', '1', district.Region));
            offices.Add(office);
            for (var n = 0; n < (item.WholeNumber("officers") ?? 0); n++)
            {
                officers.Add(new($"{district.Region}{offices.Count:D3}{n + 1:D3}", ReplayPeople.Person(random), office.Code, new(2027, 6, 30), null));
            }

            item.Done();
        }

        List<NewAccount> accounts = [.. file.Objects("accounts").Select(a => new NewAccount(a.RequiredText("login"), a.RequiredText("name"), a.RequiredText("office"), "", a.Texts("roles"), false))];
        file.Done();
        return errors.Count == 0 ? new(district, today, offices, accounts, officers) : throw new StoreException(string.Join('\n', errors), "请修改该文件");
    }

    /// <summary>The same district with its calendar set back to where its matters end.</summary>
    public DemonstrationDistrict InItsYear(TimeProvider time) => this with { District = District with { DaysBehind = time.Today().DayNumber - Today.DayNumber } };

    /// <summary>The same district with at least so many departments, and towns and streets.</summary>
    public DemonstrationDistrict With(int departments, int towns) => this with
    {
        Offices =
        [
            .. Offices,
            .. More(departments - Group("department").Count, "department", "bm", "区属部门"),
            .. More(towns - Group("township", "street").Count, "township", "zj", "新设镇"),
        ],
    };

    private IEnumerable<Office> More(int count, string kind, string code, string name) =>
        from n in Enumerable.Range(1, Math.Max(0, count))
        select new Office($"{code}{n:D2}", $"{name}{n:D2}", $"青{code}{n}", kind, Offices[0].Code, 0, Offices.Count + n, true);

    private List<string> Group(params string[] kinds) => [.. Offices.Where(o => kinds.Contains(o.Kind)).Select(o => o.Code)];

    /// <summary>Sets it up in an empty store, with some accounts, and opens that.</summary>
    public Task<FaduSystem> SetUpAsync(FaduOptions options, TimeProvider time, IEnumerable<NewAccount> accounts, CancellationToken cancel = default) =>
        DistrictSetup.OpenAsync(options, time, District, Offices, accounts, Officers, cancel);

    /// <summary>What a replay takes its people and offices from.</summary>
    public ReplayDistrict ForReplay() => new(
        District.Short, Officers.GroupBy(o => o.Office).ToDictionary(g => g.Key, g => (IReadOnlyList<OfficerName>)[.. g.Select(o => new OfficerName(o.Name, o.Certificate, o.ValidUntil))]),
        new Dictionary<string, IReadOnlyList<string>> { ["departments"] = Group("department"), ["towns"] = Group("township", "street"), ["all"] = [.. Offices.Select(o => o.Code)] });
}
