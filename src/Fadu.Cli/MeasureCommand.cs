using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fadu.Core;
using Fadu.Core.Matters;
using Fadu.Core.Measures;
using Fadu.Rules.Expressions;
using Fadu.Rules.Measures;
using Spectre.Console;

namespace Fadu.Cli;

/// <summary>`fadu measure [ID…] --period 2024 [--office CODE] [--json]`: the figures of the store.</summary>
internal static class MeasureCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly Argument<string[]> Ids = new("id") { Description = "指标，可以筛选，例如 reconsideration.concluded[result=uphold]；不写就是全部", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> PeriodOption = new("--period") { Description = PeriodText.Forms, Required = true };
    private static readonly Option<string?> Office = new("--office") { Description = "只算这个单位（单位代码或者名称）" };
    private static readonly Option<bool> Below = new("--below") { Description = "连同下级单位" };

    public static Command Create() =>
        new Command("measure", "计算指标") { Ids, PeriodOption, Office, Below, StoreOptions.Json }.OverStore(RunAsync);

    private static async Task<int> RunAsync(FaduSystem system, ParseResult result, CancellationToken cancel)
    {
        var text = result.GetValue(PeriodOption)!;
        if (PeriodText.Parse(text) is not { } period)
        {
            return Fail($"“{text}”不是一个统计期。请写成{PeriodText.Forms}。");
        }

        var region = system.District.Region;
        string? office = null;
        if (result.GetValue(Office) is { } named)
        {
            office = system.Offices.FindByName(region, named)?.Code;
            if (office is null)
            {
                return Fail($"没有“{named}”这个单位。单位代码有：{string.Join("、", system.Offices.Of(region).Select(o => o.Code))}。");
            }
        }

        List<MeasureRequest> requests = [];
        foreach (var id in result.GetValue(Ids) is { Length: > 0 } ids ? ids : [.. system.Law.Current.Measures.Keys])
        {
            if (!MeasureRequest.TryParse(id, "", out var request, out var error))
            {
                return Fail(error.Message);
            }

            if (system.Measures.Problem(request) is { } problem)
            {
                return Fail(problem);
            }

            requests.Add(request);
        }

        var figures = await system.Measures.EvaluateAsync(requests, new(period, office, result.GetValue(Below)), Actor.System(region), null, cancel);
        var lines = requests.Select(r => MeasureLine.Of(system.Law.Current.Measures[r.Measure], r, figures.Total(r), office, text)).ToList();
        if (result.GetValue(StoreOptions.Json))
        {
            Console.WriteLine(JsonSerializer.Serialize(lines, Json));
        }
        else
        {
            Print(system, requests, figures, period, office);
        }

        return 0;
    }

    private static void Print(FaduSystem system, IReadOnlyList<MeasureRequest> requests, MeasureFigures figures, Period period, string? office)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new($"{(office is null ? system.District.Short : system.Offices.Name(system.District.Region, office))}　{period.Title}") };
        table.AddColumn("指标").AddColumn("名称").AddColumn(new TableColumn("数值").RightAligned()).AddColumn("分子／分母").AddColumn("口径");
        foreach (var request in requests)
        {
            var (measure, value) = (system.Law.Current.Measures[request.Measure], figures.Total(request));
            var sides = value.Denominator is null ? "" : $"{MeasureFormat.Print(value.Numerator, "", 2)}／{MeasureFormat.Print(value.Denominator, "", 2)}";
            table.AddRow(
                Markup.Escape(request.ToString()), Markup.Escape(measure.Title), Markup.Escape(MeasureFormat.PrintWithUnit(value.Value, measure.Unit, measure.Decimals)), sides,
                Markup.Escape(value.Definition.Text));
        }

        AnsiConsole.Write(table);
    }

    private static int Fail(string says)
    {
        Console.Error.WriteLine(says);
        return 1;
    }
}

/// <summary>A figure as printed for programs.</summary>
/// <param name="Value">In its unit: a rate of <c>%</c> is 14, not 0.14.</param>
/// <param name="Definition">The definition in words (口径).</param>
/// <param name="Office">Code of the office; none = the whole district.</param>
/// <param name="Period">As asked.</param>
internal sealed record MeasureLine(
    string Id, string Title, string Unit, decimal? Value, decimal? Numerator, decimal? Denominator, string Definition, string? Office, string Period)
{
    private const int MostDecimals = 6;

    public static MeasureLine Of(Measure measure, MeasureRequest request, MeasureValue value, string? office, string period) => new(
        request.ToString(), measure.Title, measure.Unit, value.Value is { } number ? Math.Round(measure.Unit == "%" ? number * 100 : number, MostDecimals) : null,
        value.Numerator, value.Denominator, value.Definition.Text, office, period);
}
