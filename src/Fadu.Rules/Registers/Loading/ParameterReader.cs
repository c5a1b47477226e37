using System.Globalization;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Reads parameters, and the values that a district gives them.</summary>
internal static class ParameterReader
{
    private static readonly Dictionary<string, FieldType> Types = new()
    {
        ["whole-number"] = FieldType.WholeNumber,
        ["decimal"] = FieldType.Decimal,
        ["money"] = FieldType.Money,
        ["yes-no"] = FieldType.YesNo,
    };

    public static Parameter? Read(LawText id, YamlMap item, Basis basis, LawErrors errors)
    {
        var named = Names.Check(id, "参数", null, errors);
        item.Require("type");
        item.Require("value");
        var (title, type, unit, text) = (item.RequiredText("title"), item.Word("type", Types), item.Text("unit"), item.TextNode("value"));
        item.Done();
        if (!named || type is null || text is null)
        {
            return null;
        }

        if (Parse(type.Value, text.Value) is { } value)
        {
            return new(id.Value, title, type.Value, value, unit, basis, item.Position);
        }

        errors.Add(text, $"参数“{id.Value}”的值“{text.Value}”与类型不符", "请写数字（不加逗号和单位），是否类写 true 或 false");
        return null;
    }

    /// <summary>The value as the type asks for it, or null.</summary>
    public static object? Parse(FieldType type, string text) => type switch
    {
        FieldType.WholeNumber => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        FieldType.YesNo => text is "true" or "True" ? true : text is "false" or "False" ? false : null,
        _ => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
    };
}
