using Fadu.Core.Matters;
using Fadu.Rules.Procedures;

namespace Fadu.Core.Imports;

/// <summary>Counts the rows of a pass.</summary>
internal sealed class ImportTally
{
    public ImportCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);

    public List<string> Faults { get; } = [];

    public List<string> Notes { get; } = [];

    public int Skipped { get; private set; }

    public double Seconds { get; private set; }

    public void Add(IReadOnlyList<ImportRow> rows)
    {
        foreach (var row in rows)
        {
            var kind = row.Result?.Kind;
            var findings = row.Result?.Says.Count(s => s.Kind is RefusalKind.Gate or RefusalKind.Check or RefusalKind.MinimumPeriod or RefusalKind.Order) ?? 0;
            Counts = new(
                Counts.Read + 1, Counts.Added + (kind == TakeOverKind.Added ? 1 : 0), Counts.Changed + (kind == TakeOverKind.Changed ? 1 : 0), Counts.Same + (kind == TakeOverKind.Same ? 1 : 0),
                Counts.Errors + (kind is null ? 1 : 0), Counts.Findings + findings);
        }
    }

    public void Took(ImportFile file, double seconds)
    {
        Seconds = Math.Round(seconds, 2);
        Skipped = file.Skipped.Count;
        Notes.AddRange(file.Skipped.Take(20).Select(s => $"第{s.Number}行没有读取：{s.Reason}"));
        Notes.AddRange(file.Details?.Unused().Select(u => $"工作表中第{u.Row}行的外部编号“{u.External}”在主表中没有，该行没有导入") ?? []);
    }
}
