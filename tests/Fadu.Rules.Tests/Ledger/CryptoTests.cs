using System.Text;
using Fadu.Rules.Ledger;

namespace Fadu.Rules.Tests.Ledger;

public sealed class CryptoTests
{
    // GB/T 32918.5-2017, appendix A.2 (the same numbers as GM/T 0003.5).
    private const string ExampleKey = "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
    private const string ExampleR = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
    private const string ExampleS = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    [InlineData("", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")]
    public void Sm3_StandardExample_GivesItsDigest(string text, string digest) =>
        Sm3.Hash(Encoding.ASCII.GetBytes(text)).ToString().ShouldBe(digest);

    [Fact]
    public void Sm3_DataInPieces_GivesTheDigestOfTheWhole()
    {
        var data = new byte[10_000];
        new Random(3).NextBytes(data);
        var hasher = new Sm3Hasher();
        for (var at = 0; at < data.Length; at += 777)
            hasher.Append(data.AsSpan(at, Math.Min(777, data.Length - at)));
        hasher.Finish().ShouldBe(Sm3.Hash(data));
    }

    [Fact]
    public void Sm3_EveryLengthByBothLibraries_GivesOneDigest()
    {
        var native = NativeSm3.Create();
        if (native is null)
            return; // Without OpenSSL 3 there is one library, and nothing to compare.
        var (fast, managed) = (new Sm3Hasher(native), new Sm3Hasher(null));
        (fast.Library, managed.Library).ShouldBe(("OpenSSL", "BouncyCastle"));
        var data = new byte[9000];
        new Random(32905).NextBytes(data);
        foreach (var length in Enumerable.Range(0, 300).Concat([4095, 4096, 4097, 9000]))
        {
            fast.Append(data.AsSpan(0, length));
            managed.Append(data.AsSpan(0, length));
            fast.Finish().ShouldBe(managed.Finish(), $"{length} bytes");
        }
    }

    [Fact]
    public void Sm3_ManyTextsSideBySide_GivesTheDigestOfEach()
    {
        var data = new byte[5000];
        new Random(64).NextBytes(data);
        // All lengths round the ends of blocks, short beside long, so that lanes end and start at different times.
        foreach (var lengths in new[] { [], [0], [.. Enumerable.Range(0, 300)], [4999, 1, 64, 63, 55, 56, 119, 120, 3], Enumerable.Range(0, 100).Select(i => i * 977 % 700).ToArray() })
        {
            ReadOnlyMemory<byte>[] texts = [.. lengths.Select((l, i) => (ReadOnlyMemory<byte>)data.AsMemory(data.Length - l - (i % 2 == 0 ? 0 : Math.Min(7, data.Length - l)), l))];
            var digests = new Digest[texts.Length];
            Sm3Lanes.Hash(texts, digests);
            digests.ShouldBe([.. texts.Select(t => Sm3.Hash(t.Span))]);
        }
    }

    [Fact]
    public void Hmac_KnownExample_GivesItsValue() =>
        Sm3.Hmac("key"u8.ToArray(), "The quick brown fox jumps over the lazy dog"u8).ToString()
            .ShouldBe("bd4a34077888162b210645b8ebf74b9af357303789357a27c7fc457244ebd398");

    [Fact]
    public void Sm2_StandardExample_IsVerified()
    {
        var der = Convert.FromHexString("3059301306072a8648ce3d020106082a811ccf5501822d034200" + "04" + ExampleKey);
        var key = Sm2PublicKey.Parse($"-----BEGIN PUBLIC KEY-----\n{Convert.ToBase64String(der)}\n-----END PUBLIC KEY-----");
        var signature = Convert.FromHexString("3046022100" + ExampleR + "022100" + ExampleS);
        Sm2.Verify(key, "message digest"u8, signature).ShouldBeTrue();
        Sm2.Verify(key, "message digesT"u8, signature).ShouldBeFalse();
        Convert.FromBase64String(string.Concat(key.ToPem().Split('\n')[1..^1])).ShouldBe(der);
    }

    [Fact]
    public void Sm2_OwnSignature_HoldsForThisKeyAndTheseBytesOnly()
    {
        var key = Sm2PrivateKey.Parse(Sm2.GenerateKey().ToPem());
        var published = Sm2PublicKey.Parse(key.PublicKey.ToPem());
        var signature = Sm2.Sign(key, "法度"u8);
        Sm2.Verify(published, "法度"u8, signature).ShouldBeTrue();
        Sm2.Verify(published, "法渡"u8, signature).ShouldBeFalse();
        Sm2.Verify(Sm2.GenerateKey().PublicKey, "法度"u8, signature).ShouldBeFalse();
        published.Id.ShouldBe(key.PublicKey.Id);
    }

    [Fact]
    public void Sm2_DamagedSignature_IsFalseNotAnError()
    {
        var key = Sm2.GenerateKey();
        var signature = Sm2.Sign(key, "x"u8);
        for (var i = 0; i < signature.Length; i++)
        {
            var damaged = signature.ToArray();
            damaged[i] ^= 0x41;
            Sm2.Verify(key.PublicKey, "x"u8, damaged).ShouldBeFalse($"byte {i}");
            Sm2.Verify(key.PublicKey, "x"u8, signature[..i]).ShouldBeFalse($"first {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    // A P-256 key: right form, wrong curve.
    [InlineData("-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n-----END PUBLIC KEY-----")]
    public void Sm2Key_OtherText_SaysWhatIsExpected(string pem)
    {
        Should.Throw<FormatException>(() => Sm2PublicKey.Parse(pem)).Message.ShouldContain("不是 SM2 公钥");
        Should.Throw<FormatException>(() => Sm2PrivateKey.Parse(pem)).Message.ShouldContain("不是 SM2 私钥");
    }

    [Fact]
    public void Sm2PrivateKey_Printed_DoesNotShowTheKey()
    {
        var key = Sm2.GenerateKey();
        key.ToString().ShouldBe($"SM2 私钥 {key.PublicKey.Id}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("66c7")]
    [InlineData("66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0")]
    [InlineData("g6c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    public void Digest_OtherText_IsRefused(string? text)
    {
        Digest.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Digest.Parse(text)).Message.ShouldContain("64 位小写十六进制");
    }

    [Fact]
    public void Digest_BytesAndText_ComeBackUnchanged()
    {
        var digest = Sm3.Hash("abc"u8);
        Digest.Parse(digest.ToString()).ShouldBe(digest);
        new Digest(digest.ToArray()).ShouldBe(digest);
        Should.Throw<ArgumentException>(() => new Digest(new byte[31]));
    }
}
