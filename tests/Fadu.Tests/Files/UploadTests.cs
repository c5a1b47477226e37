using System.Net;
using System.Text;
using Fadu.Core.Files;
using Fadu.Tests.Databases;
using Fadu.Tests.Host;
using Fadu.Tests.Pages;

namespace Fadu.Tests.Files;

public sealed class UploadTests(TestHosts hosts) : IClassFixture<TestHosts>
{
    [Theory]
    [InlineData("意见书.pdf", "%PDF-1.7", true)]
    [InlineData("意见书.pdf", "MZ program", false)]
    [InlineData("意见书.exe", "MZ program", false)]
    [InlineData("说明.txt", "情况说明", true)]
    [InlineData("说明", "情况说明", false)]
    [InlineData("照片.jpg", "%PDF-1.7", false)]
    public void FileType_JudgedByContentAndName(string name, string content, bool taken) =>
        (FileTypes.Judge(name, Encoding.UTF8.GetBytes(content)).Error is null).ShouldBe(taken);

    [Theory, OnSqlite, OnPostgres]
    public async Task File_StoredTwice_IsKeptOnceWithBothDigests(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store.Files;
        var content = ReconsiderationForms.Pdf("同一份文件");
        var first = (await store.StoreAsync(TestDistrict.Region, "", "甲.pdf", new MemoryStream(content))).File.ShouldNotBeNull();
        var second = (await store.StoreAsync(TestDistrict.Region, "", "乙.pdf", new MemoryStream(content))).File.ShouldNotBeNull();
        second.Sm3.ShouldBe(first.Sm3);
        first.Sm3.ShouldBe(Fadu.Rules.Ledger.Sm3.Hash(content).ToString());
        (await File.ReadAllBytesAsync(store.PathOf(first.Sm3))).ShouldBe(content);
        Directory.GetFiles(Path.Combine((await hosts.On(kind)).Store.Options.Data, "files", "incoming")).ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task File_FoundByScanner_IsRefusedAndNotKept(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store.Files;
        store.Scan = (_, _) => Task.FromResult<string?>("测试病毒");
        try
        {
            var outcome = await store.StoreAsync(TestDistrict.Region, "", "毒.pdf", new MemoryStream(ReconsiderationForms.Pdf("毒")));
            outcome.Error.ShouldBe("《毒.pdf》未通过安全检查：测试病毒。请联系系统管理员");
        }
        finally
        {
            store.Scan = null;
        }
    }

    [Theory, OnSqlite]
    public async Task File_TooLarge_IsRefused(DatabaseKind kind)
    {
        var store = (await hosts.On(kind)).Store.Files;
        var outcome = await store.StoreAsync(TestDistrict.Region, "", "大.pdf", new EndlessStream());
        outcome.Error.ShouldNotBeNull().ShouldContain("超过100MB");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Upload_WithWrongContent_IsSaidAtItsPlace_AndDownloadGivesWhatWasSent(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "冯十一");
        var form = await clerk.Get(matter.Path.Split('?')[0] + "/steps/accept");
        var refused = await form.Submit("form.step-form", null, [("on", "2026-03-04"), ("f.procedure", "ordinary"), ("f.complex", "否")], [new("file.0", "受理.pdf", Encoding.UTF8.GetBytes("MZ"))]);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Words(".error-summary").ShouldContain("《受理通知书》：《受理.pdf》内容不是pdf文件");

        var content = ReconsiderationForms.Pdf("受理通知");
        var done = await refused.Submit("form.step-form", null, [], [new("file.0", "受理.pdf", content)]);
        done.Path.ShouldStartWith("/matters/", customMessage: done.Text);
        var link = done.All(".timeline .files a").First(a => a.TextContent.Contains("受理通知书")).GetAttribute("href")!;
        var download = await clerk.Download(link);
        download.Type.ShouldBe("application/pdf");
        download.Content.ShouldBe(content);
    }

    [Theory, OnSqlite]
    public async Task KeptFile_OfOtherAccount_IsNotTaken(DatabaseKind kind)
    {
        var host = await hosts.On(kind);
        var clerk = await host.As("fuyi");
        var matter = await ReconsiderationForms.Receive(clerk, "2026-03-02", "冯十二");
        var again = await ReconsiderationForms.Step(clerk, matter, "accept", "2026-03-04", ("f.procedure", ""), ("f.complex", "否"));
        var token = again.One("input[name=kept]").GetAttribute("value")!;
        var form = await (await host.As("fuyi-head")).Get(matter.Path.Split('?')[0] + "/steps/suspend");
        var taken = await form.Submit("form.step-form", ("kept", token));
        taken.All(".kept").ShouldBeEmpty();
    }

    /// <summary>Never ends, so that the limit and not the memory of the test decides.</summary>
    private sealed class EndlessStream : Stream
    {
        private bool started;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!started)
            {
                "%PDF-"u8.CopyTo(buffer.AsSpan(offset));
                started = true;
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
