using System.Text.RegularExpressions;

namespace Fadu.Rules.StatutoryTables;

/// <summary>An identity that holds in each column of a sheet: 本年新收 + 上年结转 = 结果合计 + 结转下年.</summary>
/// <param name="Left">Rows that are added on the left, with their signs.</param>
/// <param name="AtMost">The left may be smaller.</param>
public sealed partial record StatutoryCheck(string Needs, string Says, IReadOnlyList<SignedRow> Left, IReadOnlyList<SignedRow> Right, bool AtMost)
{
    /// <summary>Reads <c>received + carried = answered + pending</c>; none where the text is no such identity.</summary>
    public static StatutoryCheck? Parse(string needs, string says)
    {
        if (Shape().Match(needs) is not { Success: true } match)
        {
            return null;
        }

        return new(needs, says, Rows(match.Groups["left"].Value), Rows(match.Groups["right"].Value), match.Groups["sign"].Value == "<=");
    }

    /// <summary>Whether it holds for the values of one column; what is missing counts as nought.</summary>
    public bool Holds(Func<string, decimal?> value)
    {
        var (left, right) = (Sum(Left, value), Sum(Right, value));
        return AtMost ? left <= right : left == right;
    }

    /// <summary>Both sides, for the words of a failure.</summary>
    public (decimal Left, decimal Right) Sides(Func<string, decimal?> value) => (Sum(Left, value), Sum(Right, value));

    private static decimal Sum(IReadOnlyList<SignedRow> rows, Func<string, decimal?> value) => rows.Sum(r => (r.Minus ? -1 : 1) * (value(r.Row) ?? 0));

    private static List<SignedRow> Rows(string side) => [.. Term().Matches(side).Select(m => new SignedRow(m.Groups["row"].Value, m.Groups["sign"].Value == "-"))];

    [GeneratedRegex(@"^(?<left>\s*[a-z]\w*(?:\s+[+-]\s+[a-z]\w*)*)\s+(?<sign>=|<=)\s+(?<right>[a-z]\w*(?:\s+[+-]\s+[a-z]\w*)*)\s*$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"(?<sign>[+-])?\s*(?<row>[a-z]\w*)")]
    private static partial Regex Term();
}

/// <summary>A row that is added or taken off.</summary>
public sealed record SignedRow(string Row, bool Minus);
