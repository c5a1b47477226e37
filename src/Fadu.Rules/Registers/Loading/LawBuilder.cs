using Fadu.Rules.Assessment;
using Fadu.Rules.Calendar;
using Fadu.Rules.Exports;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Measures;
using Fadu.Rules.Reports;
using Fadu.Rules.Statutes;
using Fadu.Rules.StatutoryTables;
using Fadu.Rules.Supervision;
using Fadu.Rules.WorkedCases;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Builds the law kind by kind, each from those before it: statutes, codes, roles, registers, measures, rules, reports.</summary>
internal sealed class LawBuilder(LawErrors errors, IReadOnlyList<PlacedFile> files, IReadOnlyList<string> overlays, IReadOnlyDictionary<string, object> districtParameters)
{
    public Law? Build(string hash)
    {
        var regionReader = new RegionReader(errors);
        var regions = files.Where(f => f.Kind == LawKind.Region).Select(f => regionReader.Read(f)).OfType<Region>().ToDictionary(r => r.Id);
        var order = regionReader.Order(overlays, regions);
        var applied = files.Where(f => f.Region is null || order.Contains(f.Region)).ToList();

        var statutes = Statutes(applied);
        var calendar = Calendar(applied);
        var statuteIds = Of(applied, LawKind.Statute).Select(f => f.Name).ToHashSet();
        var basis = new BasisReader(errors, statuteIds);
        var codeLists = CodeLists(applied, basis);
        var roles = new RolesReader(errors, basis).Read(Of(applied, LawKind.Roles).FirstOrDefault());
        if (!codeLists.TryGetValue("matter-status", out var statuses))
        {
            errors.Add("codes/matter-status.yaml", "缺少事项状态代码表", "请补入 codes/matter-status.yaml");
            return null;
        }

        var shared = new SharedParts(errors, basis);
        var parts = shared.Read(Of(applied, LawKind.Shared));
        var sources = new RegisterSources(errors, statuteIds, shared).Gather(Of(applied, LawKind.Register), order);
        var registers = new RegisterSet(errors, basis, codeLists, roles.Roles.Keys.ToHashSet(), statuses, statuteIds);
        var bound = registers.Bind(sources, districtParameters);
        var scopes = new RegisterScopes(bound);
        var measures = Measures(applied, basis, scopes);
        var names = new MeasureNames(errors, measures, scopes);
        names.CheckAll();
        var rules = Rules(applied, basis, scopes, codeLists.GetValueOrDefault("office-kind"), measures);
        var reportReader = new ReportReader(errors, basis, names, roles.Roles, new(errors, names, measures, scopes));
        var reports = ById(Of(applied, LawKind.Report).Select(f => reportReader.Read(f)).OfType<ReportTemplate>(), r => r.Id, r => r.Position, "报告模板");
        var assessmentReader = new AssessmentReader(errors, basis, names, rules.Keys.ToHashSet(), codeLists.GetValueOrDefault("office-kind"), codeLists.GetValueOrDefault("assessment-item"));
        var schemes = ById(Of(applied, LawKind.Assessment).Select(f => assessmentReader.Read(f)).OfType<AssessmentScheme>(), s => s.Id, s => s.Position, "考评方案");
        var tableReader = new StatutoryTableReader(errors, basis, names);
        var tables = ById(Of(applied, LawKind.Table).Select(f => tableReader.Read(f)).OfType<StatutoryTable>(), t => t.Id, t => t.Position, "统计表");
        var exportReader = new ExportReader(errors, basis, new(errors), scopes);
        var exports = ById(Of(applied, LawKind.Export).Select(f => exportReader.Read(f)).OfType<ExportTemplate>(), e => e.Id, e => e.Position, "数据表");
        var caseReader = new CaseReader(errors, basis, id => scopes.Find(id)?.Latest.Statute);
        var cases = applied.Where(f => f.Kind == LawKind.Cases).SelectMany(f => caseReader.Read(f)).ToList();
        var systems = new SystemsReader(errors, scopes).Read(Of(applied, LawKind.Systems).FirstOrDefault());
        return statutes is null || calendar is null ? null : new Law(bound)
        {
            Statutes = statutes,
            Calendar = calendar,
            CodeLists = codeLists,
            Roles = roles,
            Systems = systems,
            SharedParts = parts,
            Measures = measures,
            SupervisionRules = rules,
            ReportTemplates = reports,
            AssessmentSchemes = schemes,
            StatutoryTables = tables,
            Exports = exports,
            Cases = cases,
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

    private Dictionary<string, Measure> Measures(List<PlacedFile> applied, BasisReader basis, RegisterScopes scopes)
    {
        var reader = new MeasureReader(errors, basis, new ExpressionReader(errors), scopes);
        return ById(Of(applied, LawKind.Measures).SelectMany(reader.Read), m => m.Id, m => m.Position, "指标");
    }

    private Dictionary<string, SupervisionRule> Rules(
        List<PlacedFile> applied, BasisReader basis, RegisterScopes scopes, CodeList? officeKinds, Dictionary<string, Measure> measures)
    {
        var reader = new SupervisionReader(errors, basis, new ExpressionReader(errors), scopes, officeKinds, id => measures.GetValueOrDefault(id)?.Title);
        return ById(Of(applied, LawKind.Supervision).SelectMany(reader.Read), r => r.Id, r => r.Position, "监督规则");
    }

    private Dictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id, Func<T, Position> place, string what)
    {
        Dictionary<string, T> byId = [];
        foreach (var item in items)
        {
            if (!byId.TryAdd(id(item), item))
            {
                errors.Add(place(item), $"{what}“{id(item)}”已在 {place(byId[id(item)])} 定义", "组名（文件名）在各模块之间也不能相同，请改名");
            }
        }

        return byId;
    }

    private Dictionary<string, CodeList> CodeLists(List<PlacedFile> applied, BasisReader basis)
    {
        var reader = new CodeListReader(errors, basis);
        Dictionary<string, CodeList> lists = [];
        foreach (var file in Of(applied, LawKind.CodeList))
        {
            if (reader.Read(file) is { } list && !lists.TryAdd(file.Name, list))
            {
                errors.Add(file.File.Path, $"代码表“{file.Name}”已在 {lists[file.Name].Position.File} 定义", "地区的代码表请另起标识");
            }
        }

        return lists;
    }
}
