using System.Text;

namespace Fadu.Core.Ledger;

/// <summary>Texts that come again and again – kinds, steps, accounts, offices – made once from their bytes.</summary>
internal sealed class Utf8Names
{
    private const int Most = 10_000;
    private readonly Dictionary<int, (byte[] Bytes, string Text)> known = [];

    /// <summary>The text of some bytes.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        HashCode hash = new();
        hash.AddBytes(utf8);
        var key = hash.ToHashCode();
        if (known.TryGetValue(key, out var name) && utf8.SequenceEqual(name.Bytes))
        {
            return name.Text;
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (known.Count < Most)
        {
            known[key] = (utf8.ToArray(), text);
        }

        return text;
    }
}
