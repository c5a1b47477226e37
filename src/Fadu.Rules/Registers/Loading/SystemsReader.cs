namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads <c>systems.yaml</c>; a district may do without it.</summary>
internal sealed class SystemsReader(LawErrors errors, RegisterScopes registers)
{
    public IReadOnlyList<WorkSystem> Read(PlacedFile? file)
    {
        if (file is null || YamlReader.ReadMap(file, errors) is not { } node)
        {
            return [];
        }

        var root = new YamlMap(node, errors);
        root.Require("systems");
        var systems = root.Items("systems").Select(s => ReadSystem(s.Id, s.Item)).ToList();
        root.Done();
        return systems;
    }

    private WorkSystem ReadSystem(LawText id, YamlMap item)
    {
        item.Require("registers");
        var ids = item.Words("registers");
        foreach (var word in ids.Where(w => registers.Find(w.Value) is null))
        {
            errors.Add(word, $"没有事项“{word.Value}”", Suggestion.For(word.Value, registers.Ids));
        }

        var known = ids.Select(w => registers.Find(w.Value)?.Latest).OfType<Register>().ToList();
        var system = new WorkSystem(id.Value, item.RequiredText("title"), known.FirstOrDefault()?.Module ?? "", [.. known.Select(r => r.Id)], item.Text("within"), item.Position);
        item.Done();
        return system;
    }
}
