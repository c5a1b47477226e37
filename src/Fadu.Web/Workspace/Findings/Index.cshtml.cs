using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Supervision;
using Fadu.Core.Tables;
using Fadu.Rules.Calendar;
using Fadu.Rules.Registers;
using Fadu.Rules.Supervision;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ColumnType = Fadu.Core.Tables.ColumnType;

namespace Fadu.Web.Workspace.Findings;

/// <summary>The findings, newest first.</summary>
[Permission("findings.read")]
public sealed class IndexModel(FindingService findings, SupervisionService supervision, LawStore law, OfficeDirectory offices, CurrentActor me, PageFormat format) : PageModel
{
    private const int PageSize = 50;
    private const int MostExported = 100_000;

    /// <summary>What is asked for.</summary>
    public FindingQuery Query { get; private set; } = new([]);
    /// <summary>The page.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    /// <summary>Number by state.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; private set; } = new Dictionary<string, long>();
    /// <summary>Last run of the rules.</summary>
    public (DateTimeOffset At, string Result)? LastRun { get; private set; }
    /// <summary>Where the next page starts, or none.</summary>
    public long? Next => Findings.Count == PageSize ? Findings[^1].Id : null;
    /// <summary>Offices to choose from.</summary>
    public IEnumerable<Office> Offices => offices.SeenBy(me.Value);
    /// <summary>Modules to choose from.</summary>
    public IReadOnlyList<Module> Modules => law.Current.Modules;
    /// <summary>Rules to choose from, by module: those of the module chosen, and whatever is chosen already.</summary>
    public IEnumerable<(Module Module, IEnumerable<SupervisionRule> Rules)> Rules =>
        from module in Modules
        let rules = law.Current.SupervisionRules.Values.Where(r => r.Module == module.Id && (Query.Module is null || Query.Module == module.Id || IsChosen(r))).ToList()
        where rules.Count > 0
        select (module, rules.AsEnumerable());
    /// <summary>Registers to choose from: those of the module chosen.</summary>
    public IEnumerable<Register> Registers => law.Current.Newest.Where(r => Query.Module is null || r.Module == Query.Module || r.Id == Query.Register);
    /// <summary>Rows that an export writes.</summary>
    public long Shown => Query.Status is null ? Counts.Values.Sum() : Query.Status == "open" ? Open : Counts.GetValueOrDefault(Query.Status);
    /// <summary>Findings that are neither closed nor dismissed.</summary>
    public long Open => Counts.Where(c => c.Key is not ("closed" or "dismissed")).Sum(c => c.Value);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(FindingFilter filter)
    {
        Query = filter.ToQuery();
        Counts = await findings.CountAsync(Query, me.Value, HttpContext.RequestAborted);
        Findings = await findings.ListAsync(Query, me.Value, PageSize, HttpContext.RequestAborted);
        LastRun = await supervision.LastRunAsync(me.Value.Region, HttpContext.RequestAborted);
    }

    /// <summary>Writes them into a workbook.</summary>
    public Task<FileStreamResult> OnGetExportAsync(FindingFilter filter) => Download.XlsxAsync($"监督发现{format.Today:yyyyMMdd}", async file =>
    {
        var under = $"导出单位：{format.Office(me.Value.Office)}　导出人：{me.Value.Name}　导出日期：{format.Day(format.Today)}";
        using var book = new XlsxWriter(file);
        TableColumn[] columns =
        [
            new("规则"), new("等级"), new("单位"), new("事项或者对象", Width: 36), new("问题", ColumnType.LongText), new("发生日期", ColumnType.Date), new("发现时间", ColumnType.DateTime),
            new("状态"), new("监督文书"), new("答复期限", ColumnType.Date), new("已自行消除", ColumnType.YesNo), new("销号时间", ColumnType.DateTime),
        ];
        var sheet = book.AddSheet("监督发现", columns, new SheetLayout { Title = "监督发现台账", UnderTitle = under, SerialColumn = true, PageHeader = under, BlankRowsWithChoices = 0 });
        foreach (var f in await findings.ListAsync(filter.ToQuery() with { After = null }, me.Value, MostExported, HttpContext.RequestAborted))
        {
            sheet.Row(
                RuleTitle(f.Rule), FindingActs.SeverityTitle(f.Severity), format.Office(f.Office), f.Title, f.Says, f.OccurredOn, Local(f.NoticedAt), FindingActs.StatusTitle(f.Status),
                FindingActs.InstrumentTitle(f.Instrument), f.Due, f.ResolvedAt is not null, Local(f.ClosedAt));
        }
    });

    /// <summary>Whether the list is filtered by a rule.</summary>
    public bool IsChosen(SupervisionRule rule) => Query.Rules!.Contains(rule.Id);

    /// <summary>Title of a rule or gate.</summary>
    public string RuleTitle(string rule) => FindingWords.Rule(law.Current, rule);

    /// <summary>Address of the list with one thing changed.</summary>
    public string With(string name, string? value) => FindingFilter.Address(Query, name, value);

    private static DateTime? Local(DateTimeOffset? at) => at?.InChina().DateTime;
}
