using Fadu.Rules.Registers;

namespace Fadu.Rules.Procedures;

/// <summary>Turns citations into the words of a refusal or trace.</summary>
public static class BasisText
{
    /// <summary>The articles as written, with the statute's identifier; pages replace it by the title through the law.</summary>
    public static string Short(Basis basis) => basis.Practice
        ? "工作惯例"
        : string.Join("；", basis.Citations.Select(c => c.Article.Length == 0 ? c.Statute : $"{c.Statute}:{c.Article}"));
}
