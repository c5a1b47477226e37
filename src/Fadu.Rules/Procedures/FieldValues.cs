namespace Fadu.Rules.Procedures;

/// <summary>A natural or legal person as entered.</summary>
/// <param name="Name">Name as on the document.</param>
/// <param name="Kind"><c>natural</c>, <c>legal</c> or <c>sole-trader</c>.</param>
/// <param name="Id">Checked identifier, or none.</param>
public sealed record Party(string Name, string Kind, string? Id);

/// <summary>An enforcement officer named in a matter.</summary>
/// <param name="Certificate">Number of the enforcement certificate, or none.</param>
/// <param name="Until">Last day on which that certificate is valid, as known when the act was recorded.</param>
public sealed record OfficerName(string Name, string? Certificate, DateOnly? Until)
{
    /// <summary>Whether the certificate is valid on a day (行政处罚法 art. 42: officers must be qualified).</summary>
    public bool CertifiedOn(DateOnly day) => Certificate is not null && Until is { } until && until >= day;
}

/// <summary>One row of a rows field: values by column.</summary>
public sealed record RowValue(IReadOnlyDictionary<string, object?> Values);

/// <summary>A file attached by an act: what it is and the digests that prove it.</summary>
/// <param name="Instrument">Name of the instrument (文书) it is, or empty.</param>
/// <param name="Name">File name as uploaded.</param>
/// <param name="Sm3">SM3 of the content, lower hex.</param>
/// <param name="Size">Bytes.</param>
public sealed record AttachedFile(string Instrument, string Name, string Sm3, long Size);
