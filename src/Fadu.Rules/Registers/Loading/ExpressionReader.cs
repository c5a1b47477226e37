using Fadu.Rules.Expressions;

namespace Fadu.Rules.Registers.Loading;

/// <summary>Binds the expressions of definitions and reports what is wrong with them at their place.</summary>
internal sealed class ExpressionReader(LawErrors errors)
{
    /// <summary>A condition; null where there is none.</summary>
    public Expression? Condition(LawText? text, ExpressionScope scope) => Read(text, scope, ExpressionType.YesNo);

    /// <summary>A number; null where there is none.</summary>
    public Expression? Number(LawText? text, ExpressionScope scope) => Read(text, scope, ExpressionType.Number);

    /// <summary>A value for a field; null where there is none.</summary>
    public Expression? Value(LawText? text, ExpressionScope scope, Field field) => Read(text, scope, TypeOf(field.Type), field.Codes);

    public Expression? Read(LawText? text, ExpressionScope scope, ExpressionType expected, CodeList? codes = null)
    {
        if (text is null)
        {
            return null;
        }

        if (Expression.TryParse(text.Value, scope, expected, out var expression, out var error, codes))
        {
            return expression;
        }

        var column = text.Value.Contains('\n') ? text.Column : text.Column + error.Column - 1 + (text.Quoted ? 1 : 0);
        errors.Add(text with { Column = column }, $"表达式“{text.Value.Trim()}”有误：{error.Message.TrimEnd('。')}");
        return null;
    }

    public static ExpressionType TypeOf(FieldType type) => type switch
    {
        FieldType.WholeNumber or FieldType.Decimal or FieldType.Money => ExpressionType.Number,
        FieldType.Date => ExpressionType.Date,
        FieldType.YesNo => ExpressionType.YesNo,
        FieldType.Code => ExpressionType.Code,
        FieldType.Codes or FieldType.Offices or FieldType.Officers => ExpressionType.Codes,
        FieldType.Reference => ExpressionType.Reference,
        _ => ExpressionType.Text,
    };
}
