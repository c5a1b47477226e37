namespace Fadu.Core.Files;

/// <summary>Which files are taken, and by what bytes each is known: a name alone proves nothing.</summary>
public static class FileTypes
{
    /// <summary>Bytes at the start that must be there to judge.</summary>
    public const int HeadLength = 512;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly Dictionary<string, (string Type, Func<byte[], bool> Fits)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", h => Holds(h, "%PDF-"u8)),
        [".ofd"] = ("application/ofd", h => Starts(h, Zip)),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", h => Starts(h, Zip)),
        [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", h => Starts(h, Zip)),
        [".pptx"] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", h => Starts(h, Zip)),
        [".zip"] = ("application/zip", h => Starts(h, Zip)),
        [".doc"] = ("application/msword", h => Starts(h, Compound)),
        [".xls"] = ("application/vnd.ms-excel", h => Starts(h, Compound)),
        [".wps"] = ("application/vnd.ms-works", h => Starts(h, Compound)),
        [".et"] = ("application/vnd.ms-excel", h => Starts(h, Compound)),
        [".jpg"] = ("image/jpeg", h => Starts(h, [0xFF, 0xD8, 0xFF])),
        [".jpeg"] = ("image/jpeg", h => Starts(h, [0xFF, 0xD8, 0xFF])),
        [".png"] = ("image/png", h => Starts(h, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        [".tif"] = ("image/tiff", h => Starts(h, [0x49, 0x49, 0x2A, 0x00]) || Starts(h, [0x4D, 0x4D, 0x00, 0x2A])),
        [".bmp"] = ("image/bmp", h => Starts(h, "BM"u8)),
        [".mp4"] = ("video/mp4", h => h.Length > 11 && h.AsSpan(4, 4).SequenceEqual("ftyp"u8)),
        [".mp3"] = ("audio/mpeg", h => Starts(h, "ID3"u8) || (h.Length > 1 && h[0] == 0xFF && (h[1] & 0xE0) == 0xE0)),
        [".wav"] = ("audio/wav", h => Starts(h, "RIFF"u8)),
        [".txt"] = ("text/plain", IsText),
        [".csv"] = ("text/csv", IsText),
    };

    /// <summary>Extensions taken, for the input and for messages.</summary>
    public static IReadOnlyCollection<string> Extensions => Known.Keys;

    /// <summary>Media type of files with this extension.</summary>
    public static string MediaType(string extension) => Known[extension].Type;

    /// <summary>Media type of a file, or why it is not taken.</summary>
    /// <param name="head">Its first bytes.</param>
    public static (string? Type, string? Error) Judge(string name, byte[] head)
    {
        var extension = Path.GetExtension(name);
        if (!Known.TryGetValue(extension, out var known))
        {
            return (null, $"不接收“{(extension.Length > 0 ? extension : "没有扩展名")}”文件，可上传：{string.Join("、", Known.Keys.Select(k => k[1..]))}");
        }

        return known.Fits(head) ? (known.Type, null) : (null, $"内容不是{extension[1..]}文件：扩展名与内容不符，请用原文件重新上传，不要改扩展名");
    }

    private static bool Starts(byte[] head, ReadOnlySpan<byte> magic) => head.AsSpan().StartsWith(magic);

    private static bool Holds(byte[] head, ReadOnlySpan<byte> magic) => head.AsSpan().IndexOf(magic) >= 0;

    /// <summary>No text in any encoding used here holds a zero byte.</summary>
    private static bool IsText(byte[] head) => head.AsSpan().IndexOf((byte)0) < 0;
}
