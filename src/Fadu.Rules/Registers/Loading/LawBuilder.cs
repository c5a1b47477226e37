using Fadu.Rules.Calendar;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Statutes;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Builds the law kind by kind, each from those before it: statutes, codes, roles, registers, measures, rules, reports.</summary>
internal sealed class LawBuilder(LawErrors errors, IReadOnlyList<PlacedFile> files, IReadOnlyList<string> overlays, IReadOnlyDictionary<string, object> districtParameters)
{
    public Law? Build(string hash)
    {
        var regionReader = new RegionReader(errors);
        var regions = files.Where(f => f.Kind == LawKind.Region).Select(f => regionReader.Read(f.File, f.Name)).OfType<Region>().ToDictionary(r => r.Id);
        var order = regionReader.Order(overlays, regions);
        var applied = files.Where(f => f.Region is null || order.Contains(f.Region)).ToList();

        var statutes = Statutes(applied);
        var calendar = Calendar(applied);
        var statuteIds = Of(applied, LawKind.Statute).Select(f => f.Name).ToHashSet();
        var basis = new BasisReader(errors, statuteIds);
        var codeLists = CodeLists(applied, basis);
        var roles = new RolesReader(errors, basis).Read(Of(applied, LawKind.Roles).FirstOrDefault()?.File);
        if (!codeLists.TryGetValue("matter-status", out var statuses))
        {
            errors.Add("codes/matter-status.yaml", "缺少事项状态代码表", "请补入 codes/matter-status.yaml");
            return null;
        }

        var sources = new RegisterSources(errors, statuteIds).Gather(Of(applied, LawKind.Register), order);
        var registers = new RegisterSet(errors, basis, codeLists, roles.Roles.Keys.ToHashSet(), statuses, statuteIds);
        var bound = registers.Bind(sources, districtParameters);
        return statutes is null || calendar is null ? null : new Law(bound)
        {
            Statutes = statutes,
            Calendar = calendar,
            CodeLists = codeLists,
            Roles = roles,
            Regions = regions,
            Overlays = order,
            Sources = files.ToDictionary(f => f.File.Path, f => f.File.Text),
            Hash = hash,
        };
    }

    private static IEnumerable<PlacedFile> Of(IEnumerable<PlacedFile> files, LawKind kind) => files.Where(f => f.Kind == kind);

    private StatuteBook? Statutes(List<PlacedFile> applied) => Take(StatuteLoader.Load(Of(applied, LawKind.Statute).Select(f => f.File)));

    private HolidayCalendar? Calendar(List<PlacedFile> applied) => Take(CalendarLoader.Load(Of(applied, LawKind.Calendar).Select(f => f.File)));

    private T? Take<T>(LawFileResult<T> result) where T : class
    {
        foreach (var error in result.Errors)
        {
            errors.Add(new LawError(error.Path, error.Line, 0, error.Problem, error.Remedy));
        }

        return result.Value;
    }

    private Dictionary<string, CodeList> CodeLists(List<PlacedFile> applied, BasisReader basis)
    {
        var reader = new CodeListReader(errors, basis);
        Dictionary<string, CodeList> lists = [];
        foreach (var file in Of(applied, LawKind.CodeList))
        {
            if (reader.Read(file.File) is { } list && !lists.TryAdd(file.Name, list))
            {
                errors.Add(file.File.Path, $"代码表“{file.Name}”已在 {lists[file.Name].Position.File} 定义", "地区的代码表请另起标识");
            }
        }

        return lists;
    }
}
