using Org.BouncyCastle.Crypto.Digests;

namespace Fadu.Rules.Ledger;

// This file and Sm2.cs are the only ones that name BouncyCastle: .NET has neither SM3 nor SM2, and the version served here is an old one.

/// <summary>SM3 (GB/T 32905-2016).</summary>
public static class Sm3
{
    private const int BlockLength = 64;
    private const int FewTexts = 3;

    [ThreadStatic] private static Sm3Hasher? hasher;

    /// <summary>The digest of <paramref name="data"/>.</summary>
    public static Digest Hash(ReadOnlySpan<byte> data)
    {
        hasher ??= new Sm3Hasher();
        hasher.Append(data);
        return hasher.Finish();
    }

    /// <summary>The digest of each of many texts, side by side where the processor can.</summary>
    public static void HashMany(ReadOnlySpan<ReadOnlyMemory<byte>> texts, Span<Digest> digests)
    {
        // Eight lanes take as long for one text as for eight: too long for a few.
        if (Sm3Lanes.IsFast && texts.Length > FewTexts)
        {
            Sm3Lanes.Hash(texts, digests);
            return;
        }
        for (var i = 0; i < texts.Length; i++)
            digests[i] = Hash(texts[i].Span);
    }

    /// <summary>The digest of each of many texts.</summary>
    public static Digest[] HashMany(ReadOnlySpan<ReadOnlyMemory<byte>> texts)
    {
        var digests = new Digest[texts.Length];
        HashMany(texts, digests);
        return digests;
    }

    /// <summary>HMAC-SM3 (GB/T 15852.2) of <paramref name="data"/> under <paramref name="key"/>.</summary>
    public static Digest Hmac(byte[] key, ReadOnlySpan<byte> data)
    {
        // RFC 2104 over the hasher above: the digest library alone has the fast code.
        Span<byte> pad = stackalloc byte[BlockLength];
        pad.Clear();
        if (key.Length > BlockLength)
            Hash(key).CopyTo(pad);
        else
            key.CopyTo(pad);
        Mask(pad, 0x36);
        hasher ??= new Sm3Hasher();
        hasher.Append(pad);
        hasher.Append(data);
        Span<byte> inner = stackalloc byte[Digest.Length];
        hasher.Finish().CopyTo(inner);
        Mask(pad, 0x36 ^ 0x5c);
        hasher.Append(pad);
        hasher.Append(inner);
        return hasher.Finish();
    }

    private static void Mask(Span<byte> bytes, byte mask)
    {
        foreach (ref var b in bytes)
            b ^= mask;
    }
}

/// <summary>SM3 over data that arrives in pieces; after <see cref="Finish"/> it starts anew. Not for two threads at once.</summary>
public sealed class Sm3Hasher
{
    private readonly NativeSm3? native;
    private readonly SM3Digest managed = new();
    private readonly byte[] buffer = new byte[4096];

    /// <summary>A hasher by the fastest library there is.</summary>
    public Sm3Hasher() : this(NativeSm3.Create())
    {
    }

    internal Sm3Hasher(NativeSm3? native) => this.native = native;

    /// <summary>The library in use, for reports of measurements.</summary>
    public string Library => native is null ? "BouncyCastle" : "OpenSSL";

    /// <summary>Adds the next piece.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        if (native is not null)
        {
            native.Append(data);
            return;
        }
        while (data.Length > 0)
        {
            var count = Math.Min(data.Length, buffer.Length);
            data[..count].CopyTo(buffer);
            managed.BlockUpdate(buffer, 0, count);
            data = data[count..];
        }
    }

    /// <summary>The digest of all pieces since the start or the last call.</summary>
    public Digest Finish()
    {
        if (native is not null)
            native.Finish(buffer);
        else
            managed.DoFinal(buffer, 0);
        return new Digest(buffer.AsSpan(0, Digest.Length));
    }
}
