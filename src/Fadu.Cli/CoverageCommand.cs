using System.CommandLine;
using System.Text.Json;
using Fadu.Core.Law;
using Fadu.Core.Replays;
using Fadu.Rules.Coverage;
using Fadu.Rules.LawFiles;
using Fadu.Rules.Measures;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;
using Spectre.Console;

namespace Fadu.Cli;

/// <summary>`fadu law coverage`: which printed figures have a measure, by report and module.</summary>
internal static class CoverageCommand
{
    public static Command Create(Option<string?> folder, Option<bool> json, Func<string?, string> path)
    {
        var command = new Command("coverage", "九份报告的数字各由哪项指标算出，还缺哪些") { folder, json };
        command.SetAction(result => Run(path(result.GetValue(folder)), result.GetValue(json)));
        return command;
    }

    private static int Run(string folder, bool json)
    {
        var loaded = LawLoader.Load(LawFolder.Read(folder), []);
        if (!loaded.Ok)
        {
            loaded.Errors.ToList().ForEach(e => Console.Error.WriteLine(e));
            return 1;
        }

        var files = CoverageFiles.Read(folder);
        var law = loaded.Law;
        var check = new MeasureCheck(law.Measures, law.FindFacts);
        var problems = CoverageCheck.Problems(files.Book, files.Figures, law, check.Request).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(Lines(files, law), LawCommand.Json));
        }
        else
        {
            Print(files, law, problems);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<object> Lines(CoverageFiles files, Law law) =>
        from figure in files.Figures
        where figure.Computable
        let entry = files.Book.Entries.GetValueOrDefault(figure.Id)
        select new { figure.Id, figure.Report, figure.Row, Meaning = figure.MeaningZh, figure.Text, Module = ModuleOf(figure, entry, law), Measure = entry?.Request.ToString(), entry?.Definition, entry?.Differs };

    private static void Print(CoverageFiles files, Law law, IReadOnlyList<string> problems)
    {
        var computable = files.Figures.Where(f => f.Computable).ToList();
        var reports = computable.Select(f => f.Report).Distinct().Order(StringComparer.Ordinal).ToList();
        var table = new Table { Border = TableBorder.Simple, Title = new("有指标的数字／可计算的数字") };
        table.AddColumn("模块");
        reports.ForEach(r => table.AddColumn(new TableColumn(r).RightAligned()));
        table.AddColumn(new TableColumn("合计").RightAligned());
        foreach (var module in computable.GroupBy(f => f.Row is { } row ? row[..1] : "表外").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            table.AddRow([module.Key, .. reports.Select(r => Share(module.Where(f => f.Report == r), files)), Share(module, files)]);
        }

        table.AddRow(["合计", .. reports.Select(r => Share(computable.Where(f => f.Report == r), files)), Share(computable, files)]);
        AnsiConsole.Write(table);
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine($"可计算的数字{computable.Count}个，有指标的{computable.Count(f => files.Book.Entries.ContainsKey(f.Id))}个，用到{files.Book.Entries.Values.Select(e => e.Request.Measure).Distinct().Count(law.Measures.ContainsKey)}项指标；问题{problems.Count}处。");
    }

    private static string Share(IEnumerable<PrintedFigure> figures, CoverageFiles files)
    {
        var list = figures.ToList();
        return list.Count == 0 ? "" : $"{list.Count(f => files.Book.Entries.ContainsKey(f.Id))}/{list.Count}";
    }

    private static string? ModuleOf(PrintedFigure figure, CoverageEntry? entry, Law law) =>
        entry is not null && law.Measures.TryGetValue(entry.Request.Measure, out var measure) ? measure.Module : figure.Row?[..1];
}
