using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fadu.Rules.LawFiles;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Digest of everything that decides what the law says here.</summary>
internal static class LawDigest
{
    /// <summary>SHA-256 in lower-case hex; each part is preceded by its length, so that no two inputs run together.</summary>
    public static string Of(IEnumerable<LawFile> files, IReadOnlyList<string> overlays, IReadOnlyDictionary<string, object>? values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            Add(file.Path);
            Add(file.Text);
        }

        foreach (var overlay in overlays)
        {
            Add("overlay");
            Add(overlay);
        }

        foreach (var (key, value) in (values ?? new Dictionary<string, object>()).OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            Add(key);
            Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
