namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>roles.yaml</c>.</summary>
internal sealed class RolesReader(LawErrors errors, BasisReader basis)
{
    private static readonly string[] KnownScopes = ["own-matters", "own-office", "office-and-below", "district"];

    public RoleBook Read(PlacedFile? file)
    {
        var empty = new RoleBook(new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, Role>());
        if (file is null)
        {
            errors.Add("roles.yaml", "缺少 roles.yaml", "请写明各角色的权限");
            return empty;
        }

        if (YamlReader.ReadMap(file, errors) is not { } node)
        {
            return empty;
        }

        var root = new YamlMap(node, errors);
        foreach (var key in new[] { "permissions", "scopes", "roles" })
        {
            root.Require(key);
        }

        var permissions = root.Pairs("permissions").ToDictionary(p => p.Key.Value, p => p.Value.Value);
        var scopes = root.Pairs("scopes").ToList();
        foreach (var (id, _) in scopes.Where(s => !KnownScopes.Contains(s.Key.Value)))
        {
            errors.Add(id, $"没有数据范围“{id.Value}”", Suggestion.For(id.Value, KnownScopes));
        }

        var items = root.Items("roles");
        var ids = items.Select(i => i.Id.Value).ToHashSet();
        var roles = items.Select(i => ReadRole(i.Id, i.Item, permissions.Keys, [.. scopes.Select(s => s.Key.Value)], ids)).ToDictionary(r => r.Id);
        root.Done();
        return new(permissions, scopes.ToDictionary(s => s.Key.Value, s => s.Value.Value), roles);
    }

    private Role ReadRole(LawText id, YamlMap item, IReadOnlyCollection<string> permissions, IReadOnlyCollection<string> scopes, HashSet<string> ids)
    {
        if (!YamlMap.Kebab.IsMatch(id.Value))
        {
            errors.Add(id, $"角色标识“{id.Value}”不合规则", "只用小写英文、数字和连字符");
        }

        item.Require("scope");
        var role = new Role(
            id.Value, item.RequiredText("title"), item.TextNode("scope") is { } scope ? Known([scope], "数据范围", scopes).FirstOrDefault() ?? "" : "",
            Known(item.Words("permissions"), "权限", permissions).ToHashSet(), Known(item.Words("excludes"), "角色", ids).ToHashSet(),
            basis.Required(item, null), item.Position);
        item.Done();
        return role;
    }

    private IEnumerable<string> Known(IReadOnlyList<LawText> words, string what, IReadOnlyCollection<string> names)
    {
        foreach (var word in words.Where(w => !names.Contains(w.Value)))
        {
            errors.Add(word, $"没有{what}“{word.Value}”", Suggestion.For(word.Value, names));
        }

        return words.Select(w => w.Value).Where(names.Contains);
    }
}
