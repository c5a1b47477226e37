using System.Globalization;
using Fadu.Rules.Calendar;
using Fadu.Rules.Expressions.Sql;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Nodes;

internal sealed record NumberLiteral(decimal Value) : NumberNode
{
    public override bool Constant => true;
    public override bool Whole => decimal.IsInteger(Value);
    public override string Explain() => Value.ToString("0.####", CultureInfo.InvariantCulture);
    public override Fraction? Number(Place place) => Fraction.Of(Value);
    public override SqlNumber NumberSql(SqlWriter w) => SqlNumber.Of(Value);
}

internal sealed record DateLiteral(DateOnly Value) : Node
{
    public override ExpressionType Type => ExpressionType.Date;
    public override bool Constant => true;
    public override string Explain() => DateText.Chinese(Value);
    public override object? Evaluate(Place place) => Value;
    public override string Sql(SqlWriter w) => w.Parameter(Value);
}

internal sealed record TextLiteral(string Value) : Node
{
    public override ExpressionType Type => ExpressionType.Text;
    public override bool Constant => true;
    public override string Explain() => $"“{Value}”";
    public override object? Evaluate(Place place) => Value;
    public override string Sql(SqlWriter w) => w.Parameter(Value);
}

internal sealed record CodeLiteral(Code Value, CodeList List) : Node
{
    public override ExpressionType Type => ExpressionType.Code;
    public override CodeList? Codes => List;
    public override bool Constant => true;
    public override string Explain() => Value.Title;
    public override object? Evaluate(Place place) => Value.Id;
    public override string Sql(SqlWriter w) => w.Parameter(Value.Id);
}

internal sealed record YesNoLiteral(bool Value) : YesNoNode
{
    public override bool Constant => true;
    public override Strength Strength => Strength.Word;
    public override string Explain() => Value ? "是" : "否";
    public override object? Evaluate(Place place) => Value;
    public override string Sql(SqlWriter w) => Value ? "true" : "false";
}

internal sealed record Today : Node
{
    public override ExpressionType Type => ExpressionType.Date;
    public override IEnumerable<string> Reads => ["today"];
    public override string Explain() => "当日";
    public override object? Evaluate(Place place) => place.Context.Today;
    public override string Sql(SqlWriter w) => w.Parameter(w.Context.Today);
}

internal sealed record PeriodEdge(bool Start) : Node
{
    public override ExpressionType Type => ExpressionType.Date;
    public override IEnumerable<string> Reads => ["period"];
    public override string Explain() => Start ? "期初" : "期末";
    public override object? Evaluate(Place place) => Of(place.Context);
    public override string Sql(SqlWriter w) => Of(w.Context) is { } day ? w.Parameter(day) : w.Dialect.MissingDate;
    private DateOnly? Of(EvaluationContext context) => Start ? context.Period?.Start : context.Period?.End;
}

/// <summary>A number the district may edit.</summary>
internal sealed record NumberParameter(Parameter Parameter) : NumberNode
{
    public override bool Constant => true;
    public override bool Whole => Parameter.Type == FieldType.WholeNumber;
    public override IEnumerable<string> Reads => ["param." + Parameter.Id];
    public override string Explain() => Parameter.Title;
    public override Fraction? Number(Place place) => Fraction.Of(Value(place.Context));
    public override SqlNumber NumberSql(SqlWriter w) => SqlNumber.Of(Value(w.Context));
    private decimal Value(EvaluationContext context) =>
        Convert.ToDecimal(context.Parameters.GetValueOrDefault(Parameter.Id, Parameter.Value), CultureInfo.InvariantCulture);
}

/// <summary>A yes or no the district may edit.</summary>
internal sealed record YesNoParameter(Parameter Parameter) : YesNoNode
{
    public override bool Constant => true;
    public override IEnumerable<string> Reads => ["param." + Parameter.Id];
    public override string Explain() => Parameter.Title + "为是";
    public override object? Evaluate(Place place) => Value(place.Context);
    public override string Sql(SqlWriter w) => Value(w.Context) ? "true" : "false";
    private bool Value(EvaluationContext context) => context.Parameters.GetValueOrDefault(Parameter.Id, Parameter.Value) is true;
}
