using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fadu.Core.Documents;

/// <summary>Names of bookmarks. Word allows 40 letters, digits and underscores; a longer or stranger figure id keeps its beginning and gets a hash.</summary>
public static class FigureBookmark
{
    private const int Longest = 40;
    private const int RoomForRepeat = 4;

    /// <summary>The bookmark of the <paramref name="occurrence"/>-th time (from 1) that a figure stands in the document.</summary>
    public static string NameOf(string figure, int occurrence = 1)
    {
        var plain = string.Concat(figure.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (plain.Length == 0 || !char.IsAsciiLetter(plain[0])) plain = "f_" + plain;
        var lossless = plain == figure || plain == figure.Replace('.', '_').Replace('-', '_');
        if (!lossless || plain.Length > Longest - RoomForRepeat)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..8];
            plain = plain[..Math.Min(plain.Length, Longest - RoomForRepeat - 9)] + "_" + hash;
        }
        return occurrence == 1 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}__{occurrence}");
    }
}
