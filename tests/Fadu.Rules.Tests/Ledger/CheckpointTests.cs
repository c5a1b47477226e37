using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

public sealed class CheckpointTests
{
    private static readonly Sm2PrivateKey Key = Sm2.GenerateKey();
    private static readonly Checkpoint Sample = new("330113", 15645, LedgerSamples.Leaf(1), LedgerSamples.Noon, LedgerSamples.Leaf(2));

    [Fact]
    public void Body_OfCheckpoint_IsReadableAndFrozen() => Sample.Body.ShouldBe(
        $"""
        法度留痕账本检查点 第1版
        地区 330113
        条数 15645
        根 {LedgerSamples.Leaf(1)}
        时间 2024-03-01T04:00:00Z
        上一检查点 {LedgerSamples.Leaf(2)}

        """);

    [Fact]
    public void SignedText_ReadBack_IsSignedByThisKeyOnly()
    {
        var text = Sample.Sign(Key).ToString();
        foreach (var copy in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal), text.TrimEnd() })
        {
            var read = SignedCheckpoint.Parse(copy);
            read.Checkpoint.ShouldBe(Sample);
            read.Checkpoint.Hash.ShouldBe(Sample.Hash);
            read.KeyId.ShouldBe(Key.PublicKey.Id);
            read.IsSignedBy(Key.PublicKey).ShouldBeTrue();
            read.IsSignedBy(Sm2.GenerateKey().PublicKey).ShouldBeFalse();
            read.ToString().ShouldBe(text);
        }
    }

    [Theory]
    [InlineData("条数 15645", "条数 15644")]
    [InlineData("地区 330113", "地区 330114")]
    [InlineData("T04:00:00Z", "T04:00:01Z")]
    public void SignedText_FieldChanged_IsNoLongerSigned(string from, string to) =>
        SignedCheckpoint.Parse(Sample.Sign(Key).ToString().Replace(from, to, StringComparison.Ordinal)).IsSignedBy(Key.PublicKey).ShouldBeFalse();

    [Theory]
    [InlineData("条数 15645", "条数 015645")]
    [InlineData("条数 15645", "件数 15645")]
    [InlineData("地区 330113", "地区 330113\n备注 x")]
    [InlineData("第1版", "第2版")]
    [InlineData("— SM2 ", "- SM2 ")]
    [InlineData("T04:00:00Z", "T24:00:00Z")]
    public void SignedText_OtherForm_IsRefused(string from, string to) =>
        Should.Throw<FormatException>(() => SignedCheckpoint.Parse(Sample.Sign(Key).ToString().Replace(from, to, StringComparison.Ordinal)))
            .Message.ShouldContain("未经编辑的原文");

    [Fact]
    public void SignedText_SignatureNotBase64_IsRefused() =>
        Should.Throw<FormatException>(() => SignedCheckpoint.Parse($"{Sample.Body}\n— SM2 {Key.PublicKey.Id} ???\n")).Message.ShouldContain("Base64");
}
