using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace Fadu.Rules.Ledger;

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
        try
        {
            var fields = PemEncoding.Find(pem);
            var key = pem[fields.Label] == label ? parse(Convert.FromBase64String(pem[fields.Base64Data])) : null;
            if (key is ECKeyParameters { PublicKeyParamSet: { } curve } && curve.Equals(GMObjectIdentifiers.sm2p256v1))
                return key;
        }
        catch (Exception e)
        {
            // The library reports damaged DER by exceptions of many types; for the reader of a key file they all mean the same.
            throw new FormatException(wrong, e);
        }
        throw new FormatException(wrong);
    }

    private static SecureRandom Random() => new(new CryptoApiRandomGenerator());
}
