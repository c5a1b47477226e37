using System.Globalization;
using Fadu.Rules.Procedures;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.WorkedCases;

/// <summary>Compares a value with what the case writes.</summary>
internal sealed partial class CaseExpectations
{
    private void Compare(LawText key, string what, object? actual, LawNode node)
    {
        var expected = node switch
        {
            LawText { IsEmpty: true } => "missing",
            LawText text => text.Value,
            LawList => string.Join("、", Words(node).Select(w => w.Value)),
            _ => "",
        };
        if (Same(actual, expected))
        {
            return;
        }

        Fail(key, $"{what} 应为 {expected}，实际为 {Shown(actual)}{Trace(what)}");
    }

    private string Trace(string what)
    {
        if (!what.EndsWith(".due", StringComparison.Ordinal) || state is null)
        {
            return "";
        }

        var clock = FactBuilder.Build(register, state, context, trace: true).Clocks.FirstOrDefault(c => c.Clock.Id == what[..^".due".Length]);
        return clock is null ? "（期限没有开始）" : $"（自 {clock.Deadline.Start:yyyy-MM-dd} 起算）";
    }

    private static bool Same(object? actual, string expected) => actual switch
    {
        null => expected is "missing" or "",
        long or decimal or int => decimal.TryParse(expected, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && Convert.ToDecimal(actual, CultureInfo.InvariantCulture) == number,
        _ => Shown(actual) == expected,
    };

    private static string Shown(object? value) => value switch
    {
        null => "missing",
        bool b => b ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join("、", list),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
