using System.Text;

namespace Fadu.Rules.Expressions.Sql;

/// <summary>Builds one SQL text with its parameters; equal values share a parameter, so that equal conditions have equal texts.</summary>
/// <param name="context">Today, period and parameters become parameters of the query.</param>
/// <param name="matter">Alias of the fact table.</param>
/// <param name="line">Alias of the rows table, for expressions over rows.</param>
public sealed class SqlWriter(SqlDialect dialect, EvaluationContext context, string matter = "f", string line = "r")
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<object, string> names = [];
    private readonly Dictionary<string, object> parameters = [];
    private int aliases;

    /// <summary>The database.</summary>
    public SqlDialect Dialect { get; } = dialect;

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <summary>Parameters by name, without the <c>@</c>, as the driver takes them.</summary>
    public IReadOnlyDictionary<string, object> Parameters => parameters;

    internal EvaluationContext Context { get; } = context;
    internal string Matter { get; private set; } = matter;
    internal string Line { get; private set; } = line;

    /// <summary>Appends text.</summary>
    public SqlWriter Append(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>Makes a value a parameter.</summary>
    /// <returns>What stands for it in the text, e.g. <c>@p3</c>.</returns>
    public string Parameter(object value)
    {
        if (!names.TryGetValue(value, out var name))
        {
            name = "p" + names.Count;
            names[value] = name;
            parameters[name] = Dialect.Value(value);
        }

        return value is DateOnly ? Dialect.Date("@" + name) : "@" + name;
    }

    /// <summary>An alias not used before in this text.</summary>
    internal string Alias() => "x" + aliases++;

    /// <summary>Writes a part in which other aliases stand for the matter and the row.</summary>
    internal string Within(string matter, string line, Func<string> part)
    {
        var before = (Matter, Line);
        (Matter, Line) = (matter, line);
        var sql = part();
        (Matter, Line) = before;
        return sql;
    }
}
