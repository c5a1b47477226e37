namespace Fadu.Rules.Expressions.Binding;

internal static class TypeNames
{
    public static string Of(ExpressionType type) => type switch
    {
        ExpressionType.YesNo => "是否条件",
        ExpressionType.Number => "数",
        ExpressionType.Date => "日期",
        ExpressionType.Text => "文字",
        ExpressionType.Code => "代码",
        ExpressionType.Codes => "多选",
        ExpressionType.Reference => "关联事项",
        _ => "任意值",
    };
}
