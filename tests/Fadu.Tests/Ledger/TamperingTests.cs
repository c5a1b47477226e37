using Fadu.Core.Ledger;
using Fadu.Rules.Ledger;
using Fadu.Tests.Databases;

namespace Fadu.Tests.Ledger;

/// <summary>Everything that somebody with the database, but without the key, can do: each is named exactly.</summary>
public sealed class TamperingTests(TamperingTests.Originals originals) : IClassFixture<TamperingTests.Originals>
{
    /// <summary>What is done, and what must be said of it. {id} is a matter with six entries, {other} another one.</summary>
    private static readonly (string Name, string Sql, LedgerFaultKind Kind, string Says)[] Cases =
    [
        ("payload", "update entries set payload = replace(payload, '双方核对账目', '双方未核对账') where matter_id = {id} and sequence = 3", LedgerFaultKind.PayloadAltered, "事项 {id} 第 3 条"),
        ("payload no json", "update entries set payload = '{' where matter_id = {id} and sequence = 6", LedgerFaultKind.PayloadAltered, "事项 {id} 第 6 条"),
        ("account", "update entries set account = 'li' where matter_id = {id} and sequence = 2", LedgerFaultKind.FieldAltered, "事项 {id} 第 2 条"),
        ("time", "update entries set recorded = took_effect where matter_id = {id} and sequence = 2", LedgerFaultKind.FieldAltered, "事项 {id} 第 2 条"),
        ("hash", "update entries set hash = '{zero}' where matter_id = {id} and sequence = 2", LedgerFaultKind.FieldAltered, "“哈希”一栏被改动"),
        ("previous", "update entries set previous = '{zero}' where matter_id = {id} and sequence = 4", LedgerFaultKind.FieldAltered, "“前项哈希”一栏被改动"),
        ("entry deleted", "delete from entries where matter_id = {id} and sequence = 3", LedgerFaultKind.EntryMissing, "事项 {id} 第 3 条"),
        ("last entry deleted", "delete from entries where matter_id = {id} and sequence = 6", LedgerFaultKind.EntryMissing, "事项 {id} 第 6 条"),
        ("matter deleted with entries", "delete from matters where id = {id}; delete from entries where matter_id = {id}", LedgerFaultKind.EntryMissing, "事项 {id} 第 1 条"),
        ("matter deleted", "delete from matters where id = {id}", LedgerFaultKind.RowMissing, "事项 {id}"),
        ("place in the log", "update entries set leaf = null where matter_id = {id} and sequence = 6", LedgerFaultKind.FieldAltered, "“账本位置”一栏被改动"),
        ("state", "update matters set state = replace(state, '4000', '9000') where id = {id}", LedgerFaultKind.RowDiffers, "事项 {id} 第 6 条"),
        ("title", "update matters set title = '无此事' where id = {id}", LedgerFaultKind.RowDiffers, "“名称”（title）列现为“无此事”"),
        ("closed_on", "update matters set closed_on = '2023-12-31' where id = {id}", LedgerFaultKind.RowDiffers, "（closed_on）列现为“2023-12-31”，按留痕重算应为“2024-03-08”"),
        ("head", "update matters set head = '{zero}' where id = {id}", LedgerFaultKind.RowDiffers, "head 列"),
        ("version", "update matters set version = 5 where id = {id}", LedgerFaultKind.EntryOutside, "事项 {id} 第 6 条"),
        ("amount counted", "update fact_mediation set amount = 990000 where matter_id = {id}", LedgerFaultKind.FactDiffers, "（amount）列现为“9900.00”，按留痕重算应为“5000.00”"),
        ("outcome counted", "update fact_mediation set status = 'open' where matter_id = {id}", LedgerFaultKind.FactDiffers, "（status）列现为“open”，按留痕重算应为“concluded”"),
        ("person counted", "update fact_mediation set applicant = '王小明' where matter_id = {id}", LedgerFaultKind.FactDiffers, "（applicant）列现为“王**”"),
        ("fact row deleted", "delete from fact_mediation where matter_id = {id}", LedgerFaultKind.FactDiffers, "表 fact_mediation 里没有它的一行"),
        ("fact row invented", "insert into fact_mediation(region, matter_id, title) values ('330199', 7, '虚构')", LedgerFaultKind.FactDiffers, "事项 7"),
        ("row of rows altered", "update fact_mediation_sessions set session_text = '无' where matter_id = {id} and row_no = 2", LedgerFaultKind.FactDiffers, "表 fact_mediation_sessions 第 2 行"),
        ("row of rows deleted", "delete from fact_mediation_sessions where matter_id = {id} and row_no = 2", LedgerFaultKind.FactDiffers, "第 2 行已不存在"),
        ("attachment unlisted", "delete from matter_files where matter_id = {id}", LedgerFaultKind.RowDiffers, "附件清单 matter_files 里没有“协议.pdf”"),
        ("attachment renamed", "update matter_files set name = '别的.pdf' where matter_id = {id}", LedgerFaultKind.RowDiffers, "不是留痕记载的附件"),
        ("leaf", "update tiles set hash = '{zero}' where level = 0 and position = 2", LedgerFaultKind.RootDiffers, "检查点"),
        ("leaf deleted", "delete from tiles where level = 0 and position = 2", LedgerFaultKind.LogGap, "账本第 2 位不存在"),
        ("checkpoint", "update checkpoints set note = replace(note, '条数 12', '条数 11')", LedgerFaultKind.CheckpointSignatureWrong, "正文与签名不符"),
        ("checkpoint deleted", "delete from checkpoints where size = 6", LedgerFaultKind.CheckpointInconsistent, "检查点"),
    ];

    public static TheoryData<DatabaseKind, string> Named()
    {
        TheoryData<DatabaseKind, string> data = [];
        foreach (var (name, _, _, _) in Cases)
        {
            data.Add(DatabaseKind.Sqlite, name);
            if (TestDatabases.Server is not null)
            {
                data.Add(DatabaseKind.Postgres, name);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Named))]
    public async Task Verify_AfterTampering_NamesIt(DatabaseKind kind, string name)
    {
        var (original, id) = await originals.OfAsync(kind);
        var (_, sql, fault, says) = Cases.Single(c => c.Name == name);
        string Filled(string text) => text.Replace("{id}", $"{id}").Replace("{zero}", new string('0', 64));
        await using var copy = await original.CopyAsync();
        await copy.ExecuteAsync(Filled(sql));

        var report = await copy.VerifyAsync(original);
        var expected = Filled(says);

        report.IsSound.ShouldBeFalse();
        report.Faults.ShouldContain(f => f.Kind == fault && f.Sentence.Contains(expected), string.Join('\n', report.Faults.Select(f => $"{f.Kind}: {f.Sentence}")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Verify_Untouched_IsSound(DatabaseKind kind)
    {
        var (original, _) = await originals.OfAsync(kind);
        await using var copy = await original.CopyAsync();

        var report = await copy.VerifyAsync(original);

        report.Faults.ShouldBeEmpty();
        (report.Entries, report.Leaves, report.Rows, report.Files, report.Checkpoints).ShouldBe((12, 12, 2, 2, 2));
    }

    [Theory]
    [InlineData(false, LedgerFaultKind.FileChanged, "附卷文件“协议.pdf”的内容与附卷时的摘要不符")]
    [InlineData(true, LedgerFaultKind.FileMissing, "附卷文件“协议.pdf”已不存在")]
    public async Task Verify_FileChangedOrGone_NamesIt(bool gone, LedgerFaultKind kind, string says)
    {
        var (original, id) = await originals.OfAsync(DatabaseKind.Sqlite);
        await using var copy = await original.CopyAsync();
        var path = Core.Files.FileStore.PathOf(copy.Options.Data, Sm3.Hash(global::System.Text.Encoding.UTF8.GetBytes($"协议 {id}")).ToString());
        if (gone)
        {
            File.Delete(path);
        }
        else
        {
            await File.AppendAllTextAsync(path, "，另付一万元");
        }

        var report = await copy.VerifyAsync(original);

        report.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(kind), f => f.Sentence.ShouldContain($"事项 {id} 第 5 条，{says}"));
    }

    [Fact]
    public async Task Verify_NewestEntriesAndCheckpointCutOffTogether_IsShownByKeptCheckpoint()
    {
        var (original, _) = await originals.OfAsync(DatabaseKind.Sqlite);
        var kept = await original.System.Proofs.NewestAsync();
        await using var copy = await original.CopyAsync();
        await copy.ExecuteAsync("""
            delete from matters where id in (select matter_id from entries where leaf >= 6); delete from fact_mediation where matter_id not in (select id from matters);
            delete from fact_mediation_sessions where matter_id not in (select id from matters); delete from matter_files where matter_id not in (select id from matters);
            delete from entries where leaf >= 6; delete from tiles where position >= 6; delete from checkpoints where size > 6
            """);

        (await copy.VerifyAsync(original)).Faults.ShouldBeEmpty();
        (await copy.VerifyAsync(original, new() { Anchors = [kept!] })).Faults.ShouldHaveSingleItem().Sentence.ShouldContain("末尾条目被删除");
    }

    /// <summary>One untouched store of each kind: two matters, sealed one after the other.</summary>
    public sealed class Originals : IAsyncLifetime
    {
        private readonly Dictionary<DatabaseKind, (LedgerStore Store, long Id)> stores = [];

        internal async Task<(LedgerStore Store, long Id)> OfAsync(DatabaseKind kind)
        {
            if (!stores.TryGetValue(kind, out var found))
            {
                var store = await LedgerStore.CreateAsync(kind);
                var id = await store.RecordAsync();
                await store.System.Sealer.SealAsync();
                await store.RecordAsync("孙某");
                await store.System.Sealer.SealAsync();
                found = stores[kind] = (store, id);
            }

            return found;
        }

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            foreach (var (store, _) in stores.Values)
            {
                await store.DisposeAsync();
            }
        }
    }
}
