using Fadu.Core.Matters.FieldParsing;

namespace Fadu.Web.Workspace.Registers;

/// <summary>The address of a list, and its neighbours with one thing changed.</summary>
public sealed class ListLink(string path, IReadOnlyList<(string Name, string Value)> parts)
{
    /// <summary>The list of a request.</summary>
    public static ListLink Of(string path, IQueryCollection query) =>
        new(path, [.. query.Where(q => q.Key != "handler").SelectMany(q => q.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (q.Key, v!)))]);

    /// <summary>The list of an address that was kept.</summary>
    public static ListLink Of(string path, string query) => Of(path, new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)));

    /// <summary>The inputs by name.</summary>
    public TypedInputs Inputs => new(parts.GroupBy(p => p.Name).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Value)]));

    /// <summary>Its parts, for hidden inputs.</summary>
    public IReadOnlyList<(string Name, string Value)> Parts => parts;

    /// <summary>Without some inputs; a name that ends with a dot stands for all that start with it. Paging always starts anew.</summary>
    public ListLink Without(params string[] names) =>
        new(path, [.. parts.Where(p => p.Name != "after" && !names.Any(n => p.Name == n || (n.EndsWith('.') && p.Name.StartsWith(n, StringComparison.Ordinal))))]);

    /// <summary>With one input as given.</summary>
    public ListLink With(string name, string value) => new(path, [.. Without(name).Parts, (name, value)]);

    /// <summary>The same at another place.</summary>
    public ListLink At(string other) => new(other, parts);

    /// <summary>What stands behind the question mark.</summary>
    public string Query => string.Join('&', parts.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));

    /// <inheritdoc/>
    public override string ToString() => parts.Count == 0 ? path : $"{path}?{Query}";
}
