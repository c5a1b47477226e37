namespace Fadu.Web.Workspace.Findings;

/// <summary>Words for what findings name by identifiers.</summary>
internal static class FindingWords
{
    /// <summary>Title of a supervision rule; of a gate that an import passed, its register.</summary>
    public static string Rule(Rules.Registers.Law law, string rule) =>
        law.SupervisionRules.TryGetValue(rule, out var found) ? found.Title
        : rule.Split('.')[0] is var register && law.Has(register) ? law.Latest(register).Title + "：关口不符"
        : rule;
}
