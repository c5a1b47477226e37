using Fadu.Tests.Ledger;

namespace Fadu.Tests.Links;

/// <summary>A law of three registers that reach each other: papers, a sweep over them, and tasks that come of it.</summary>
internal static class SweepLaw
{
    private const string Paper = """
        title: 文件
        statute: normative-document-notice-2018
        number: {pattern: "文〔{year}〕{seq}号"}
        title-from: "{name}"
        office: maker
        fields:
          name:   {title: 名称, type: text, required: true}
          maker:  {title: 制定单位, type: office, required: true}
          owner:  {title: 联系人, type: party, personal: true}
          locked: {title: 正在修订, type: yes-no}
          reason: {title: 废止理由, type: text, required: true}
          note:   {title: 说明, type: text, required: true, default: "'清理废止'"}
        steps:
          issue:  {title: 印发, opens: true, by: handler, sets: [name, maker], optional: [owner], closes: in_force, basis: practice}
          lock:   {title: 启动修订, after: issue, after-close: true, by: handler, sets: [locked!], basis: practice}
          repeal: {title: 废止, after: issue, after-close: true, by: handler, sets: [reason, note], files: [废止决定], closes: repealed, basis: practice}
        gates:
          not_locked: {before: repeal, needs: "coalesce(locked, false) = false", basis: practice, says: 正在修订的文件不能废止}
        """;

    private const string Sweep = """
        title: 文件清理
        statute: normative-document-notice-2018
        number: {pattern: "清〔{year}〕{seq}号"}
        title-from: "{campaign}"
        parameters:
          least: {title: 最少件数, type: whole-number, value: 1, basis: practice}
        fields:
          campaign: {title: 名称, type: text, required: true}
          leader:   {title: 牵头单位, type: office}
          ground:   {title: 废止理由, type: text, required: true}
          papers:
            title: 范围
            type: rows
            columns:
              paper:   {title: 文件, type: reference, register: paper}
              called:  {title: 名称, type: text}
              holder:  {title: 联系人, type: party}
              verdict: {title: 结论, type: code, codes: document-verdict}
        steps:
          start:    {title: 启动, opens: true, by: justice-bureau-clerk, sets: [campaign], optional: [leader], basis: practice}
          freeze:
            title: 冻结范围
            after: start
            by: justice-bureau-clerk
            basis: practice
            collect: {into: papers, from: paper, where: "matter.status = in_force and issue.on <= today", set: {paper: matter, called: name, holder: owner}}
          judge:    {title: 作出结论, after: freeze, repeat: true, by: justice-bureau-clerk, sets: [papers], basis: practice}
          announce:
            title: 公布
            after: judge
            by: justice-bureau-clerk
            sets: [ground]
            files: [废止决定]
            closes: concluded
            basis: practice
            apply: {rows: papers, register: paper, by: verdict, reference-column: paper, on: {repeal: repeal}, set: {reason: ground}}
          hand_over: {title: 交办后续, after: freeze, after-close: true, repeat: true, by: justice-bureau-clerk, basis: practice, spawn: {register: task, step: assign, set: {sweep: matter, what: campaign, unit: leader}}}
        """;

    private const string Task = """
        title: 交办任务
        statute: normative-document-notice-2018
        title-from: "{what}"
        office: unit
        fields:
          what:  {title: 任务, type: text, required: true}
          unit:  {title: 承办单位, type: office}
          sweep: {title: 来源, type: reference, register: sweep}
        steps:
          assign: {title: 交办, opens: true, by: handler, sets: [what], optional: [unit], basis: practice}
          finish: {title: 办结, after: assign, by: handler, closes: concluded, basis: practice}
        gates:
          swept: {before: assign, needs: sweep is missing or sweep.freeze.done, basis: practice, says: 尚未冻结范围的清理不能交办}
        """;

    /// <summary>Writes the folder; the caller need not remove it, as it is small and temporary.</summary>
    public static string Write(Func<string, string>? edit = null)
    {
        var folder = Directory.CreateTempSubdirectory("fadu-links-").FullName;
        foreach (var part in new[] { "calendar", "codes", "statutes" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(LedgerStore.Law, part)))
            {
                File.Copy(file, Path.Combine(folder, part, Path.GetFileName(file)));
            }
        }

        File.Copy(Path.Combine(LedgerStore.Law, "roles.yaml"), Path.Combine(folder, "roles.yaml"));
        foreach (var (register, text) in new[] { ("paper", Paper), ("sweep", Sweep), ("task", Task) })
        {
            var path = Path.Combine(folder, "registers", "documents", register, "2018-01-01.yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, edit?.Invoke(text) ?? text);
        }

        return folder;
    }
}
