using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Fadu.Core.Checking;
using Fadu.Core.Law;
using Fadu.Core.Ledger;
using Fadu.Core.Matters;
using Fadu.Core.Storage;
using Fadu.Rules.Checking;
using Fadu.Rules.Ledger;

namespace Fadu.Core.Reports;

/// <summary>What stands against freezing a report, or should be known before.</summary>
/// <param name="Contradictions">Findings 矛盾 of the checker: a reason is needed.</param>
/// <param name="Doubts">Findings 存疑.</param>
/// <param name="Repeats">Sentences that stand word for word in last year's report, and figures that differ under the same words.</param>
/// <param name="Typed">Figures without source.</param>
public sealed record OpenPoints(
    IReadOnlyList<CheckedRelation> Contradictions, IReadOnlyList<CheckedRelation> Doubts, IReadOnlyList<CheckedRelation> Repeats, IReadOnlyList<MissingNarrative> Missing, IReadOnlyList<ReportFigure> Typed)
{
    /// <summary>Number of all points.</summary>
    public int Count => Contradictions.Count + Doubts.Count + Repeats.Count + Missing.Count + Typed.Count;
}

/// <summary>Freezes reports (定稿): stores text, figures and the matters behind them, bound to a signed checkpoint and to the ledger.</summary>
public sealed class ReportFreezer(Database database, LawStore law, ReportService reports, SnapshotStore snapshots, FrozenReports frozen, LedgerSealer sealer, LedgerProofs proofs, LedgerKey key, TimeProvider time)
{
    /// <summary>Runs the checker over a composed report, beside last year's frozen one where there is one.</summary>
    public async Task<OpenPoints> CheckAsync(ComposedReport composed, Report report, string region, CancellationToken cancel = default)
    {
        var previous = await frozen.PreviousAsync(region, report.Id, report.Year, cancel);
        var statutes = law.Current.Statutes.All.Select(s => new CitableStatute(s.Title, s.InForce, s.Repealed, s.Number)).ToList();
        var result = ReportChecker.Check(PlainText.Of(composed.Document), new() { Statutes = statutes, Previous = previous });
        return new(
            [.. result.Findings.Where(f => f.Verdict == Verdict.Contradiction)], [.. result.Findings.Where(f => f.Verdict == Verdict.Doubtful)],
            [.. result.Findings.Where(f => f is { Kind: RelationKind.Duplicate, Verdict: Verdict.Note })],
            composed.Missing, [.. composed.Figures.Where(f => f.Typed)]);
    }

    /// <summary>Freezes the report as it is now.</summary>
    /// <param name="reason">Needed where the checker finds a contradiction.</param>
    public async Task<ReportOutcome> FreezeAsync(string id, int seen, string reason, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.May("reports.freeze"))
        {
            return "您的角色不能定稿，请由司法局负责人办理。";
        }

        if (await reports.FindAsync(actor.Region, id, cancel) is not { } report)
        {
            return "没有这份报告。请从报告列表中打开。";
        }

        if (report.Version != seen)
        {
            return $"报告在您打开之后已由{report.Account}修改。请核对现在的内容，再定稿。";
        }

        var composed = await reports.ComposeAsync(report, actor.Region, lists: true, placeholders: false, cancel);
        var points = await CheckAsync(composed, report, actor.Region, cancel);
        if (points.Contradictions.Count > 0 && reason.Trim().Length == 0)
        {
            return $"不能定稿：校核发现{points.Contradictions.Count}处矛盾，第一处是“{points.Contradictions[0].Quote}”，{points.Contradictions[0].Says}请先改正；确有理由的，写明理由后再定稿。";
        }

        // Sealed after the figures were read, so that the checkpoint covers everything that was counted.
        await sealer.SealAsync(cancel);
        var checkpoint = (await proofs.NewestAsync(cancel))?.Checkpoint;
        var now = time.GetUtcNow();
        var sequence = (await snapshots.OfAsync(actor.Region, id, cancel)).Select(s => s.Sequence).FirstOrDefault() + 1;
        var body = Body(composed, law.Current.Hash);
        var head = new SnapshotHead(
            string.Create(CultureInfo.InvariantCulture, $"{id}-{sequence}"), id, sequence, composed.Title, report.Year, report.Office, Sm3.Hash(Encoding.UTF8.GetBytes(body)).ToString(), law.Current.Hash,
            checkpoint?.Size ?? 0, checkpoint?.Root.ToString() ?? "", reason.Trim(), now, actor.Account);
        try
        {
            var written = await database.WriteAsync(async (connection, transaction) =>
            {
                var claimed = await connection.ExecuteAsync(
                    "update reports set status = 'frozen' where region = @region and id = @id and version = @seen", new { region = actor.Region, id, seen }, transaction);
                if (claimed == 0)
                {
                    return false;
                }

                var previous = await connection.QuerySingleOrDefaultAsync<string>(
                    "select hash from entries where region = @region and matter_id = @matter order by sequence desc limit 1", new { region = actor.Region, matter = report.Matter }, transaction);
                var batch = new SqlBatch(database);
                SnapshotStore.Add(batch, actor.Region, head, body, composed.Figures);
                EntryRows.AddTo(batch, Entry(report, head, previous, actor), key);
                await batch.ExecuteAsync(connection, transaction, cancel);
                return true;
            }, cancel);
            return written ? ReportOutcome.Done(head.Id) : "报告刚刚被别人修改。请核对现在的内容，再定稿。";
        }
        catch (System.Data.Common.DbException error) when (database.IsDuplicate(error))
        {
            return "这份报告刚刚由别人定稿。请查看定稿记录。";
        }
    }

    private static LedgerEntry Entry(Report report, SnapshotHead head, string? previous, Actor actor)
    {
        var matter = report.Matter.ToString(CultureInfo.InvariantCulture);
        return EntryHash.Seal(new()
        {
            Region = actor.Region,
            Matter = matter,
            Sequence = head.Sequence,
            Kind = EntryKinds.ReportFrozen,
            Account = actor.Account,
            Office = actor.Office,
            TookEffect = head.FrozenAt,
            Recorded = head.FrozenAt,
            Previous = previous is null ? EntryHash.Genesis(actor.Region, matter) : Digest.Parse(previous),
            Payload = CanonicalJson.Write(new JsonObject
            {
                ["snapshot"] = head.Id,
                ["report"] = head.Report,
                ["title"] = head.Title,
                ["sm3"] = head.Sm3,
                ["law"] = head.Law,
                ["checkpoint"] = new JsonObject { ["size"] = head.CheckpointSize, ["root"] = head.CheckpointRoot },
                ["name"] = actor.Name,
                ["reason"] = head.Reason,
            }),
        });
    }

    /// <summary>Text and figures in one: its hash binds the hashes of all lists.</summary>
    private static string Body(ComposedReport composed, string hash) => new JsonObject
    {
        ["document"] = DocumentJson.Write(composed.Document),
        ["law"] = hash,
        ["figures"] = ReportJson.Figures(composed.Figures),
    }.ToJsonString(ReportJson.Plain);
}
