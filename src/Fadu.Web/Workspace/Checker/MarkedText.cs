using Fadu.Rules.Checking;

namespace Fadu.Web.Workspace.Checker;

/// <summary>A stretch of text under the same findings.</summary>
/// <param name="Verdict">The gravest of them; none = unmarked.</param>
/// <param name="Begins">Numbers of the findings that begin here.</param>
public sealed record MarkedPiece(string Text, Verdict? Verdict, IReadOnlyList<int> Begins);

/// <summary>A text cut where findings begin and end, so that overlapping ones can be marked.</summary>
/// <param name="Findings">In order of place; their number is their index plus one.</param>
public sealed record MarkedText(IReadOnlyList<MarkedPiece> Pieces, IReadOnlyList<CheckedRelation> Findings)
{
    /// <summary>Cuts a text in one sweep, in time proportional to the findings that lie over each other.</summary>
    public static MarkedText Of(string text, CheckResult result)
    {
        List<CheckedRelation> findings = [.. result.Findings.OrderBy(f => f.Start).ThenBy(f => f.Verdict)];
        var cuts = findings.SelectMany(f => new[] { f.Start, f.End }).Append(0).Append(text.Length).Distinct().Order().ToList();
        List<MarkedPiece> pieces = [];
        List<CheckedRelation> open = [];
        var next = 0;
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            open.RemoveAll(f => f.End <= start);
            List<int> begins = [];
            for (; next < findings.Count && findings[next].Start <= start; next++)
            {
                begins.Add(next + 1);
                open.Add(findings[next]);
            }

            pieces.Add(new(text[start..end], open.Count == 0 ? null : open.Min(f => f.Verdict), begins));
        }

        return new(pieces, findings);
    }
}
