using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fadu.Rules.Ledger;

/// <summary>SM3 of many independent texts at once, eight side by side in one vector register each word: some five times as fast as one after the other.</summary>
/// <remarks>GB/T 32905-2016 has only additions, rotations and bit operations on 32-bit words, so eight texts go through the same rounds together; a lane whose text is finished takes the next one.</remarks>
internal static class Sm3Lanes
{
    private const int Lanes = 8;
    private const int BlockLength = 64;
    private const int LengthBytes = 8;
    private const int Words = 16;
    private const int Rounds = 64;

    private static readonly uint[] Start = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
    private static readonly uint[] Constants = [.. Enumerable.Range(0, Rounds).Select(j => uint.RotateLeft(j < 16 ? 0x79cc4519u : 0x7a879d8au, j % 32))];

    /// <summary>Whether this processor does it faster than one text after the other.</summary>
    public static bool IsFast => Vector256.IsHardwareAccelerated;

    /// <summary>Writes the digest of each text.</summary>
    public static void Hash(ReadOnlySpan<ReadOnlyMemory<byte>> texts, Span<Digest> digests)
    {
        Span<uint> state = stackalloc uint[8 * Lanes];
        Span<uint> block = stackalloc uint[Words * Lanes];
        Span<int> text = stackalloc int[Lanes];
        Span<int> done = stackalloc int[Lanes];
        Span<byte> last = stackalloc byte[BlockLength];
        var (next, running) = (0, 0);
        for (var lane = 0; lane < Lanes; lane++)
        {
            running += Take(lane, texts.Length, ref next, text, done, state) ? 1 : 0;
        }

        while (running > 0)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (text[lane] >= 0)
                {
                    Load(texts[text[lane]].Span, done[lane], last, block, lane);
                }
            }

            Compress(state, block);
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (text[lane] >= 0 && ++done[lane] == Blocks(texts[text[lane]].Length))
                {
                    digests[text[lane]] = Result(state, lane);
                    running -= Take(lane, texts.Length, ref next, text, done, state) ? 0 : 1;
                }
            }
        }
    }

    private static int Blocks(int length) => (length + 1 + LengthBytes + BlockLength - 1) / BlockLength;

    private static bool Take(int lane, int count, ref int next, Span<int> text, Span<int> done, Span<uint> state)
    {
        (text[lane], done[lane]) = (next < count ? next++ : -1, 0);
        for (var word = 0; word < Start.Length; word++)
        {
            state[(word * Lanes) + lane] = Start[word];
        }

        return text[lane] >= 0;
    }

    /// <summary>Puts one block of a text into its lane; behind the end stand the bit 1, zeros and the length in bits.</summary>
    private static void Load(ReadOnlySpan<byte> text, int number, Span<byte> last, Span<uint> block, int lane)
    {
        var from = number * BlockLength;
        ReadOnlySpan<byte> bytes;
        if (from + BlockLength <= text.Length)
        {
            bytes = text.Slice(from, BlockLength);
        }
        else
        {
            last.Clear();
            if (from <= text.Length)
            {
                text[from..].CopyTo(last);
                last[text.Length - from] = 0x80;
            }

            if (number == Blocks(text.Length) - 1)
            {
                BinaryPrimitives.WriteInt64BigEndian(last[^LengthBytes..], (long)text.Length * 8);
            }

            bytes = last;
        }

        var words = MemoryMarshal.Cast<byte, uint>(bytes);
        for (var word = 0; word < Words; word++)
        {
            block[(word * Lanes) + lane] = BinaryPrimitives.ReverseEndianness(words[word]);
        }
    }

    private static Digest Result(ReadOnlySpan<uint> state, int lane)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        for (var word = 0; word < 8; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(word * sizeof(uint))..], state[(word * Lanes) + lane]);
        }

        return new Digest(bytes);
    }

    private static void Compress(Span<uint> state, ReadOnlySpan<uint> block)
    {
        var vectors = MemoryMarshal.Cast<uint, Vector256<uint>>(state);
        Span<Vector256<uint>> w = stackalloc Vector256<uint>[Rounds + 4];
        MemoryMarshal.Cast<uint, Vector256<uint>>(block).CopyTo(w);
        for (var j = Words; j < w.Length; j++)
        {
            w[j] = P1(w[j - 16] ^ w[j - 9] ^ Rotate(w[j - 3], 15)) ^ Rotate(w[j - 13], 7) ^ w[j - 6];
        }

        var (a, b, c, d) = (vectors[0], vectors[1], vectors[2], vectors[3]);
        var (e, f, g, h) = (vectors[4], vectors[5], vectors[6], vectors[7]);
        for (var j = 0; j < Rounds; j++)
        {
            var a12 = Rotate(a, 12);
            var ss1 = Rotate(a12 + e + Vector256.Create(Constants[j]), 7);
            var (ff, gg) = j < 16 ? (a ^ b ^ c, e ^ f ^ g) : ((a & b) | ((a | b) & c), (e & f) | Vector256.AndNot(g, e));
            var tt1 = ff + d + (ss1 ^ a12) + (w[j] ^ w[j + 4]);
            var tt2 = gg + h + ss1 + w[j];
            (d, c, b, a) = (c, Rotate(b, 9), a, tt1);
            (h, g, f, e) = (g, Rotate(f, 19), e, P0(tt2));
        }

        vectors[0] ^= a;
        vectors[1] ^= b;
        vectors[2] ^= c;
        vectors[3] ^= d;
        vectors[4] ^= e;
        vectors[5] ^= f;
        vectors[6] ^= g;
        vectors[7] ^= h;
    }

    private static Vector256<uint> Rotate(Vector256<uint> x, int by) => (x << by) | (x >>> (32 - by));

    private static Vector256<uint> P0(Vector256<uint> x) => x ^ Rotate(x, 9) ^ Rotate(x, 17);

    private static Vector256<uint> P1(Vector256<uint> x) => x ^ Rotate(x, 15) ^ Rotate(x, 23);
}
