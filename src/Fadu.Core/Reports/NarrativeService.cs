using System.Data.Common;
using Dapper;
using Fadu.Core.Law;
using Fadu.Core.Matters;
using Fadu.Core.Offices;
using Fadu.Core.Storage;
using Fadu.Rules.Reports;

namespace Fadu.Core.Reports;

/// <summary>Paragraphs that offices send in: asked, submitted, sent back or accepted. Every act is a new version; none is changed.</summary>
public sealed class NarrativeService(Database database, LawStore law, OfficeDirectory offices, TimeProvider time)
{
    private const string Newest =
        "select n.report_id, n.section, n.office, n.version, n.status, n.text, n.reason, n.account, n.at from narratives n where n.region = @region and n.version = (select max(v.version) from narratives v where v.region = n.region and v.report_id = n.report_id and v.section = n.section and v.office = n.office)";

    /// <summary>The newest versions of a report, by section, offices in their order.</summary>
    public async Task<IReadOnlyList<Narrative>> OfAsync(string region, string report, CancellationToken cancel = default)
    {
        var order = offices.Of(region).ToDictionary(o => o.Code, o => o.Position);
        return [.. (await ReadAsync(Newest + " and n.report_id = @report", new { region, report }, cancel)).OrderBy(n => n.Section, StringComparer.Ordinal).ThenBy(n => order.GetValueOrDefault(n.Office))];
    }

    /// <summary>What is asked of this actor: of its office, and of its roles.</summary>
    public async Task<IReadOnlyList<Narrative>> AskedOfAsync(Actor actor, CancellationToken cancel = default) =>
        [.. (await ReadAsync(Newest, new { region = actor.Region }, cancel)).Where(n => MayWrite(actor, n.Office)).OrderByDescending(n => n.Report, StringComparer.Ordinal).ThenBy(n => n.Section, StringComparer.Ordinal)];

    /// <summary>All versions of one, newest first.</summary>
    public async Task<IReadOnlyList<Narrative>> HistoryAsync(string region, string report, string section, string office, CancellationToken cancel = default) =>
        [.. (await ReadAsync(
            "select n.report_id, n.section, n.office, n.version, n.status, n.text, n.reason, n.account, n.at from narratives n where n.region = @region and n.report_id = @report and n.section = @section and n.office = @office",
            new { region, report, section, office }, cancel)).OrderByDescending(n => n.Version)];

    /// <summary>Sends a text in; also again after it was sent back, or in place of one not accepted yet.</summary>
    /// <param name="words">Characters at most.</param>
    public Task<ReportOutcome> SubmitAsync(string report, string section, string office, string text, int words, int seen, Actor actor, CancellationToken cancel = default)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        var length = text.Count(c => !char.IsWhiteSpace(c));
        return !actor.May("reports.contribute") || !MayWrite(actor, office) ? Refused("这段文字不由您的单位报送。")
            : length == 0 ? Refused("请先写文字，再报送；没有的填“无”。")
            : length > words ? Refused($"文字有{length}字，超过{words}字的上限。请压缩后再报送。")
            : ActAsync(report, section, office, seen, actor, "", text, NarrativeStatus.Submitted, from => from switch
            {
                NarrativeStatus.Accepted => "这段文字已采用，不能再改。需要修改的，请司法局先退回。",
                _ => null,
            }, cancel);
    }

    /// <summary>退回修改, with what is to be improved.</summary>
    public Task<ReportOutcome> ReturnAsync(string report, string section, string office, string reason, int seen, Actor actor, CancellationToken cancel = default) =>
        !actor.May("reports.compose") ? Refused("您的角色不能退回文字，请由司法局承办人办理。")
        : reason.Trim().Length == 0 ? Refused("请写明退回的理由，单位据此修改。")
        : ActAsync(report, section, office, seen, actor, reason.Trim(), null, NarrativeStatus.Returned,
            from => from is NarrativeStatus.Submitted or NarrativeStatus.Accepted ? null : "这段文字还没有报送，不能退回。", cancel);

    /// <summary>Takes a text into the report.</summary>
    public Task<ReportOutcome> AcceptAsync(string report, string section, string office, int seen, Actor actor, CancellationToken cancel = default) =>
        !actor.May("reports.compose") ? Refused("您的角色不能采用文字，请由司法局承办人办理。")
        : ActAsync(report, section, office, seen, actor, "", null, NarrativeStatus.Accepted,
            from => from == NarrativeStatus.Submitted ? null : "只能采用已报送的文字。", cancel);

    /// <summary>Who is asked, in words.</summary>
    public string From(string region, string office) =>
        Role(office) is not { } asked ? offices.Name(region, office) : (asked.Office.Length == 0 ? "" : offices.Name(region, asked.Office)) + law.RoleTitles([asked.Role]);

    /// <summary>Whether the actor writes for this office, or for this role: in the report of an office, whoever holds the role there or below.</summary>
    public bool MayWrite(Actor actor, string office) => actor.Roles.Contains("system") || (Role(office) is { } asked
        ? actor.Roles.Contains(asked.Role) && (asked.Office.Length == 0 || offices.AndBelow(actor.Region, asked.Office).Contains(actor.Office))
        : actor.Office == office);

    // A role is filed as @role, in the report of an office as @role@office.
    private static (string Role, string Office)? Role(string office) =>
        office.StartsWith('@') ? (office[1..].Split('@')[0], office[1..].Split('@').ElementAtOrDefault(1) ?? "") : null;

    /// <summary>Title of a status.</summary>
    public static string Title(NarrativeStatus status) => status switch
    {
        NarrativeStatus.Submitted => "已报送，待采用",
        NarrativeStatus.Returned => "退回修改",
        NarrativeStatus.Accepted => "已采用",
        _ => "待报送",
    };

    internal void AddAsked(SqlBatch batch, Actor actor, Report report, ReportTemplate template)
    {
        foreach (var section in template.Parts.SelectMany(p => p.Sections))
        {
            if (section.Narrative is not { } narrative)
            {
                continue;
            }

            IEnumerable<string> asked = narrative.From == "offices"
                ? offices.Of(actor.Region).Where(o => o.Active && o.Kind is "department" or "township" or "street" && (report.Office.Length == 0 || offices.AndBelow(actor.Region, report.Office).Contains(o.Code))).Select(o => o.Code)
                : ["@" + narrative.From + (report.Office.Length == 0 ? "" : "@" + report.Office)];
            foreach (var office in asked)
            {
                Add(batch, actor.Region, new(report.Id, section.Id, office, 1, NarrativeStatus.Asked, "", "", actor.Account, time.GetUtcNow()));
            }
        }
    }

    private async Task<ReportOutcome> ActAsync(
        string report, string section, string office, int seen, Actor actor, string reason, string? text, NarrativeStatus to, Func<NarrativeStatus, string?> refuse, CancellationToken cancel)
    {
        var newest = (await HistoryAsync(actor.Region, report, section, office, cancel)).FirstOrDefault();
        if (newest is null)
        {
            return "没有这项报送要求。请从报告页面打开。";
        }

        if (newest.Version != seen)
        {
            return Stale(newest);
        }

        if (refuse(newest.Status) is { } problem)
        {
            return problem;
        }

        if (to == newest.Status && (text ?? newest.Text) == newest.Text)
        {
            return ReportOutcome.Done();
        }

        try
        {
            await database.WriteAsync((connection, transaction) =>
            {
                var batch = new SqlBatch(database);
                Add(batch, actor.Region, newest with { Version = seen + 1, Status = to, Text = text ?? newest.Text, Reason = reason, Account = actor.Account, At = time.GetUtcNow() });
                return batch.ExecuteAsync(connection, transaction, cancel);
            }, cancel);
            return ReportOutcome.Done();
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return Stale((await HistoryAsync(actor.Region, report, section, office, cancel))[0]);
        }
    }

    private static string Stale(Narrative newest) => $"这段文字在您打开之后已由{newest.Account}改为“{Title(newest.Status)}”。请核对现在的内容，再办一次。";

    private static Task<ReportOutcome> Refused(string problem) => Task.FromResult<ReportOutcome>(problem);

    private static void Add(SqlBatch batch, string region, Narrative n) => batch.Add(
        "insert into narratives(region, report_id, section, office, version, status, text, reason, account, at) values (@region, @report, @section, @office, @version, @status, @text, @reason, @account, @at)",
        ("region", region), ("report", n.Report), ("section", n.Section), ("office", n.Office), ("version", n.Version), ("status", n.Status.ToString().ToLowerInvariant()), ("text", n.Text), ("reason", n.Reason),
        ("account", n.Account), ("at", n.At));

    private async Task<IEnumerable<Narrative>> ReadAsync(string sql, object parameters, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var rows = await connection.QueryAsync<(string Report, string Section, string Office, int Version, string Status, string Text, string Reason, string Account, object At)>(sql, parameters);
        return rows.Select(r => new Narrative(r.Report, r.Section, r.Office, r.Version, Enum.Parse<NarrativeStatus>(r.Status, ignoreCase: true), r.Text, r.Reason, r.Account, ColumnValues.Time(r.At)!.Value)).ToList();
    }
}
