using Fadu.Rules.Registers;

namespace Fadu.Web.Workspace.Law;

/// <summary>One thing that the law says, where to read it, and its ground.</summary>
/// <param name="Kind">Chinese word: 事项, 环节, 期限, 关口 …</param>
/// <param name="Of">What it belongs to, e.g. the register's name; empty where it stands alone.</param>
/// <param name="Words">Further words that a search finds.</param>
public sealed record LawItem(string Kind, string Title, string Of, string Href, Basis? Basis = null, string Words = "");
