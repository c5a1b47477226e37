namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads gates and checks.</summary>
internal sealed class GateReader(Binding b)
{
    private static readonly Dictionary<string, GateLevel> Levels = new() { ["block"] = GateLevel.Block, ["warn"] = GateLevel.Warn };

    public Gate? Read(Declared declared, bool check)
    {
        var item = declared.Item;
        item.Require("needs");
        if (!check)
        {
            item.Require("before");
        }
        else if (item.Has("before"))
        {
            b.Errors.Add(item.At("before"), "核对规则（checks）始终有效，不写 before", "只在某个环节前核对的，请移到 gates");
        }

        var before = b.Steps(item, "before");
        var needs = b.Expressions.Condition(item.TextNode("needs"), b.Scope);
        var (basis, says, advice) = (b.BasisOf(item), item.RequiredText("says"), item.Text("advice"));
        var level = item.Word("level", Levels) ?? GateLevel.Block;
        item.Done();
        return needs is null ? null : new(declared.Id.Value, before, needs, basis, says, advice, level, item.Position);
    }
}
