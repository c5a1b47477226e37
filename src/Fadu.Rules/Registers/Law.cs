using Fadu.Rules.Assessment;
using Fadu.Rules.Calendar;
using Fadu.Rules.Exports;
using Fadu.Rules.Measures;
using Fadu.Rules.Reports;
using Fadu.Rules.Statutes;
using Fadu.Rules.StatutoryTables;
using Fadu.Rules.Supervision;
using Fadu.Rules.WorkedCases;

namespace Fadu.Rules.Registers;

/// <summary>Everything that the law folder says, checked and bound. Immutable; a change of the files makes a new one.</summary>
public sealed class Law
{
    private readonly Dictionary<string, IReadOnlyList<Register>> versions;
    private readonly Dictionary<string, FactTable> tables;

    internal Law(IReadOnlyList<Register> registers)
    {
        Registers = registers;
        versions = registers.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => (IReadOnlyList<Register>)[.. g.OrderBy(r => r.InForce)]);
        Newest = [.. versions.Values.Select(v => v[^1]).OrderBy(r => Loading.Modules.Order(r.Module)).ThenBy(r => r.Order).ThenBy(r => r.Id, StringComparer.Ordinal)];
        tables = versions.ToDictionary(v => v.Key, v => FactTable.Union([.. v.Value.Reverse().Select(r => r.Facts)]));
    }

    /// <summary>All versions of all registers, by module, order and identifier; versions oldest first.</summary>
    public IReadOnlyList<Register> Registers { get; }

    /// <summary>Newest version of each register, in menu order.</summary>
    public IReadOnlyList<Register> Newest { get; }

    /// <summary>Laws, regulations and documents.</summary>
    public required StatuteBook Statutes { get; init; }
    /// <summary>Working days.</summary>
    public required HolidayCalendar Calendar { get; init; }
    /// <summary>Code lists by identifier.</summary>
    public required IReadOnlyDictionary<string, CodeList> CodeLists { get; init; }
    /// <summary>Roles, permissions and scopes, in the order of the file.</summary>
    public required RoleBook Roles { get; init; }
    /// <summary>What reports name as lines of work, and where each is handled; in the order of the file.</summary>
    public required IReadOnlyList<WorkSystem> Systems { get; init; }
    /// <summary>Parts that registers share, by identifier.</summary>
    public required IReadOnlyDictionary<string, SharedPart> SharedParts { get; init; }
    /// <summary>Measures by identifier, in the order of the menu: first those of the register that stands first in its module.</summary>
    public required IReadOnlyDictionary<string, Measure> Measures { get; init => field = InMenuOrder(value.Values); }
    /// <summary>Supervision rules by identifier.</summary>
    public required IReadOnlyDictionary<string, SupervisionRule> SupervisionRules { get; init; }
    /// <summary>Report templates by identifier.</summary>
    public required IReadOnlyDictionary<string, ReportTemplate> ReportTemplates { get; init; }
    /// <summary>Assessment schemes by identifier.</summary>
    public required IReadOnlyDictionary<string, AssessmentScheme> AssessmentSchemes { get; init; }
    /// <summary>Prescribed tables by identifier.</summary>
    public required IReadOnlyDictionary<string, StatutoryTable> StatutoryTables { get; init; }
    /// <summary>Tables for other systems by identifier.</summary>
    public required IReadOnlyDictionary<string, ExportTemplate> Exports { get; init; }
    /// <summary>Worked cases, by file and line.</summary>
    public required IReadOnlyList<WorkedCase> Cases { get; init; }
    /// <summary>Menu groups in their order.</summary>
    public IReadOnlyList<Module> Modules => Loading.Modules.All;
    /// <summary>Regions by identifier.</summary>
    public required IReadOnlyDictionary<string, Region> Regions { get; init; }
    /// <summary>Overlays in the order in which they were applied.</summary>
    public required IReadOnlyList<string> Overlays { get; init; }
    /// <summary>Text of each file, by path relative to the law folder.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }
    /// <summary>SHA-256 (hex) over all files, the overlays and the values of the district: equal hashes mean equal law.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether there is such a register.</summary>
    public bool Has(string register) => versions.ContainsKey(register);

    /// <summary>The version under which a matter opened on a day is handled.</summary>
    /// <remarks>A matter older than the oldest definition (it was imported) is handled under the oldest one.</remarks>
    /// <exception cref="KeyNotFoundException">There is no such register.</exception>
    public Register At(string id, DateOnly openedOn) => Versions(id).LastOrDefault(r => r.InForce <= openedOn) ?? Versions(id)[0];

    /// <summary>The version with this in-force date, or none.</summary>
    public Register? Version(string id, DateOnly inForce) => versions.GetValueOrDefault(id)?.FirstOrDefault(r => r.InForce == inForce);

    /// <summary>The newest version, whether or not it is in force yet.</summary>
    /// <exception cref="KeyNotFoundException">There is no such register.</exception>
    public Register Latest(string id) => Versions(id)[^1];

    /// <summary>All versions of a register, oldest first.</summary>
    /// <exception cref="KeyNotFoundException">There is no such register.</exception>
    public IReadOnlyList<Register> Versions(string id) =>
        versions.GetValueOrDefault(id) ?? throw new KeyNotFoundException($"没有事项“{id}”。请检查名称，或者在 law/registers 下补入。");

    /// <summary>A basis as a citation in Chinese, e.g. 《行政处罚法》第六十条，待核实.</summary>
    public string Cite(Basis basis) =>
        (basis.Practice ? "工作惯例" : string.Join("；", Cited(basis.Citations))) + (basis.Unverified ? "，待核实" : "");

    // A statute is named once for all its articles: 《行政处罚法》第五十七条、第五十八条.
    private IEnumerable<string> Cited(IReadOnlyList<Citation> citations)
    {
        for (var i = 0; i < citations.Count;)
        {
            var first = citations[i++];
            var cited = Statutes.TryFind(first.Statute, out var statute) ? statute.Cite(first.Article) : $"{first.Statute} {first.Article}";
            for (; first.Article.Length > 0 && i < citations.Count && citations[i].Statute == first.Statute && citations[i].Article.Length > 0; i++)
            {
                cited += "、" + (statute?.Articles(citations[i].Article) ?? citations[i].Article);
            }

            yield return cited;
        }
    }

    /// <summary>Worked cases of a version.</summary>
    public IEnumerable<WorkedCase> CasesOf(Register register) => Cases.Where(c => c.Register == register.Id && c.InForce == register.InForce);

    private Dictionary<string, Measure> InMenuOrder(IEnumerable<Measure> measures)
    {
        var place = Newest.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i);
        return measures.GroupBy(m => (m.Module, Group: m.Id[..m.Id.IndexOf('.')]))
            .OrderBy(g => Loading.Modules.Order(g.Key.Module)).ThenBy(g => g.Min(m => place.GetValueOrDefault(m.Register, int.MaxValue)))
            .SelectMany(g => g).ToDictionary(m => m.Id);
    }

    /// <summary>The fact table of a register with the columns of all its versions.</summary>
    /// <exception cref="KeyNotFoundException">There is no such register.</exception>
    public FactTable Facts(string id) => FindFacts(id) ?? throw new KeyNotFoundException($"没有事项“{id}”。");

    /// <summary>The same, or none where there is no such register.</summary>
    public FactTable? FindFacts(string id) => tables.GetValueOrDefault(id);
}
