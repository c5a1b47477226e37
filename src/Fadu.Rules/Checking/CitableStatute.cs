namespace Fadu.Rules.Checking;

/// <summary>
/// What the checker has to know of a law to judge a citation.
/// A plain argument and not the statute library itself, so that checking stays free of loading and of any clock.
/// </summary>
/// <param name="Title">Full title without book-title marks, for example 中华人民共和国行政复议法.</param>
/// <param name="InForceOn">First day in force.</param>
/// <param name="RepealedOn">First day no longer in force, or null.</param>
/// <param name="Number">Document number, or null.</param>
public sealed record CitableStatute(string Title, DateOnly InForceOn, DateOnly? RepealedOn = null, string? Number = null);
