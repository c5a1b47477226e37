using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using System.Security.Cryptography;

namespace Fadu.Rules.Ledger;

// The only file that names the library: .NET has neither SM3 nor SM2, and the library served here is an old one.

/// <summary>SM3 (GB/T 32905-2016).</summary>
public static class Sm3
{
    [ThreadStatic] private static Sm3Hasher? hasher;

    /// <summary>The digest of <paramref name="data"/>.</summary>
    public static Digest Hash(ReadOnlySpan<byte> data)
    {
        hasher ??= new Sm3Hasher();
        hasher.Append(data);
        return hasher.Finish();
    }

    /// <summary>HMAC-SM3 (GB/T 15852.2) of <paramref name="data"/> under <paramref name="key"/>.</summary>
    public static Digest Hmac(byte[] key, ReadOnlySpan<byte> data)
    {
        var mac = new HMac(new SM3Digest());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data.ToArray(), 0, data.Length);
        var value = new byte[Digest.Length];
        mac.DoFinal(value, 0);
        return new Digest(value);
    }
}

/// <summary>SM3 over data that arrives in pieces; after <see cref="Finish"/> it starts anew. Not for two threads at once.</summary>
public sealed class Sm3Hasher
{
    private readonly SM3Digest digest = new();
    private readonly byte[] buffer = new byte[4096];

    /// <summary>Adds the next piece.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            var count = Math.Min(data.Length, buffer.Length);
            data[..count].CopyTo(buffer);
            digest.BlockUpdate(buffer, 0, count);
            data = data[count..];
        }
    }

    /// <summary>The digest of all pieces since the start or the last call.</summary>
    public Digest Finish()
    {
        digest.DoFinal(buffer, 0);
        return new Digest(buffer.AsSpan(0, Digest.Length));
    }
}

/// <summary>An SM2 private key: PKCS#8 PEM as its text, so that openssl reads it too.</summary>
public sealed class Sm2PrivateKey
{
    internal Sm2PrivateKey(ECPrivateKeyParameters key) => Key = key;

    internal ECPrivateKeyParameters Key { get; }

    /// <summary>The public key that belongs to it.</summary>
    public Sm2PublicKey PublicKey => new(new ECPublicKeyParameters("EC", Key.Parameters.G.Multiply(Key.D).Normalize(), GMObjectIdentifiers.sm2p256v1));

    /// <summary>The secret number, for deriving other keys; never stored or shown.</summary>
    internal byte[] Secret() => Key.D.ToByteArrayUnsigned();

    /// <summary>PKCS#8 PEM. Whoever reads it can sign checkpoints: keep it out of the database and of every log.</summary>
    public string ToPem() => PemEncoding.WriteString("PRIVATE KEY", PrivateKeyInfoFactory.CreatePrivateKeyInfo(Key).GetDerEncoded());

    /// <summary>Reads a PKCS#8 PEM.</summary>
    /// <exception cref="FormatException">The text is not an SM2 private key.</exception>
    public static Sm2PrivateKey Parse(string pem) =>
        new((ECPrivateKeyParameters)Sm2.Read(pem, "PRIVATE KEY", "私钥", PrivateKeyFactory.CreateKey));

    /// <summary>Never the key: an object that is logged must not give it away.</summary>
    public override string ToString() => $"SM2 私钥 {PublicKey.Id}";
}

/// <summary>An SM2 public key: SubjectPublicKeyInfo PEM as its text, so that openssl reads it too.</summary>
public sealed class Sm2PublicKey
{
    private readonly byte[] der;

    internal Sm2PublicKey(ECPublicKeyParameters key)
    {
        Key = key;
        der = SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(key).GetDerEncoded();
    }

    internal ECPublicKeyParameters Key { get; }

    /// <summary>First 8 hexadecimal digits of the SM3 of the DER: names the key in a signature line, proves nothing.</summary>
    public string Id => Sm3.Hash(der).ToString()[..8];

    /// <summary>SubjectPublicKeyInfo PEM, to be published where it cannot be replaced silently (a gazette, a printed report).</summary>
    public string ToPem() => PemEncoding.WriteString("PUBLIC KEY", der);

    /// <summary>Reads a SubjectPublicKeyInfo PEM.</summary>
    /// <exception cref="FormatException">The text is not an SM2 public key.</exception>
    public static Sm2PublicKey Parse(string pem) =>
        new((ECPublicKeyParameters)Sm2.Read(pem, "PUBLIC KEY", "公钥", PublicKeyFactory.CreateKey));
}

/// <summary>SM2 signatures (GB/T 32918.2-2016) on the curve sm2p256v1, digest SM3, signer id “1234567812345678” (GM/T 0009), DER-encoded.</summary>
public static class Sm2
{
    /// <summary>A new key pair from the operating system's random source.</summary>
    public static Sm2PrivateKey GenerateKey()
    {
        var generator = new ECKeyPairGenerator("EC");
        generator.Init(new ECKeyGenerationParameters(GMObjectIdentifiers.sm2p256v1, Random()));
        return new Sm2PrivateKey((ECPrivateKeyParameters)generator.GenerateKeyPair().Private);
    }

    /// <summary>Signs <paramref name="data"/>; two signatures of the same data differ, both are valid.</summary>
    public static byte[] Sign(Sm2PrivateKey key, ReadOnlySpan<byte> data)
    {
        var signer = new SM2Signer();
        signer.Init(true, new ParametersWithRandom(key.Key, Random()));
        signer.BlockUpdate(data.ToArray(), 0, data.Length);
        return signer.GenerateSignature();
    }

    /// <summary>Whether <paramref name="signature"/> is the key holder's over exactly <paramref name="data"/>; a signature that is no DER at all is wrong, not an error.</summary>
    public static bool Verify(Sm2PublicKey key, ReadOnlySpan<byte> data, byte[] signature)
    {
        var signer = new SM2Signer();
        signer.Init(false, key.Key);
        signer.BlockUpdate(data.ToArray(), 0, data.Length);
        try
        {
            return signer.VerifySignature(signature);
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidCastException or ArithmeticException or InvalidOperationException)
        {
            return false;
        }
    }

    internal static AsymmetricKeyParameter Read(string pem, string label, string name, Func<byte[], AsymmetricKeyParameter> parse)
    {
        var wrong = $"不是 SM2 {name}：应为以“-----BEGIN {label}-----”开头的 PEM 文本，曲线为 sm2p256v1。";
        AsymmetricKeyParameter key;
        try
        {
            var fields = PemEncoding.Find(pem);
            if (pem[fields.Label] is var found && found != label)
                throw new FormatException(wrong);
            key = parse(Convert.FromBase64String(pem[fields.Base64Data]));
        }
        catch (Exception e) when (e is not FormatException { Message: var m } || m != wrong)
        {
            throw new FormatException(wrong, e);
        }
        return key is ECKeyParameters { PublicKeyParamSet: { } curve } && curve.Equals(GMObjectIdentifiers.sm2p256v1) ? key : throw new FormatException(wrong);
    }

    private static SecureRandom Random() => new(new CryptoApiRandomGenerator());
}
