namespace Fadu.Core.Documents;

/// <summary>An official document (公文) as its elements by GB/T 9704-2012, before any format. Only title and blocks are required.</summary>
public sealed record OfficialDocument
{
    /// <summary>Each line of the title as it shall stand; see <see cref="DocumentTitle.Break"/>.</summary>
    public required IReadOnlyList<string> TitleLines { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>版头.</summary>
    public Letterhead? Letterhead { get; init; }

    /// <summary>主送机关, without the colon.</summary>
    public string? Addressee { get; init; }

    /// <summary>附件说明: the names, without numbers.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    public Signature? Signature { get; init; }

    /// <summary>附注, without brackets: 此件公开发布.</summary>
    public string? Note { get; init; }

    /// <summary>附件 bound with the text, each on a new page.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>版记.</summary>
    public Colophon? Colophon { get; init; }
}

/// <summary>版头. <paramref name="Mark"/> is the red 发文机关标志, for example 无极县人民政府文件.</summary>
public sealed record Letterhead(string Mark, string? DocumentNumber = null)
{
    public string? CopyNumber { get; init; }

    /// <summary>密级和保密期限.</summary>
    public string? Secrecy { get; init; }

    /// <summary>特急 or 加急.</summary>
    public string? Urgency { get; init; }

    /// <summary>签发人, in documents to a higher authority only.</summary>
    public string? Signer { get; init; }
}

/// <summary>Organ and date; <paramref name="Sealed"/> leaves the places a red seal needs.</summary>
public sealed record Signature(string Organ, DateOnly Date, bool Sealed = false);

public sealed record Annex(IReadOnlyList<string> TitleLines, IReadOnlyList<Block> Blocks);

/// <summary>版记: 抄送 and 印发机关 with 印发日期.</summary>
public sealed record Colophon(string IssuedBy, DateOnly IssuedOn, IReadOnlyList<string>? CopiesTo = null);
