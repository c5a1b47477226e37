using Fadu.Rules.Expressions.Nodes;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Expressions.Binding;

/// <summary>Looks names up in a scope.</summary>
internal sealed partial class Names(ExpressionScope scope)
{
    private static readonly CodeList PartyKinds = new(
        "party-kind", "当事人类别", null,
        [PartyKind("natural", "自然人"), PartyKind("legal", "法人和其他组织"), PartyKind("sole-trader", "个体工商户")], new("", 0));

    private readonly HashSet<string> common = [.. FactTable.Common.Select(c => c.Name)];
    private RowsTable? rows = scope.Rows;

    public FactTable Table => scope.Table;

    /// <summary>Rows whose columns are plain names now; set while a condition over rows is bound.</summary>
    public RowsTable? Rows
    {
        get => rows;
        set => rows = value;
    }

    /// <summary>Finds what a name means.</summary>
    /// <param name="problem">Chinese: why there is no such name.</param>
    public Node? Find(IReadOnlyList<string> parts, out string problem)
    {
        problem = "";
        if (parts[0] == scope.Self && parts.Count > 1)
        {
            return OfSelf([.. parts.Skip(1)], out problem);
        }

        if (rows is not null && OfLine(parts) is { } column)
        {
            return column;
        }

        return (parts[0], parts.Count) switch
        {
            ("today", 1) => new Today(),
            ("matter", 1) when scope.Self == "matter" => new MatterItself(),
            ("period", 2) => Period(parts[1], out problem),
            ("param", 2) => Parameter(parts[1], out problem),
            _ => OfMatter(parts, out problem),
        };
    }

    private static Code PartyKind(string id, string title) => new(id, title, new HashSet<string>(), [], null, false, null, null, null);

    private static PeriodEdge? Period(string edge, out string problem)
    {
        problem = edge is "start" or "end" ? "" : "period 后面只能是 start（期初）或者 end（期末）。";
        return problem.Length > 0 ? null : new(edge == "start");
    }

    private Node? Parameter(string id, out string problem)
    {
        problem = "";
        if (scope.Parameters.TryGetValue(id, out var parameter))
        {
            return parameter.Type == FieldType.YesNo ? new YesNoParameter(parameter) : new NumberParameter(parameter);
        }

        problem = $"parameters 里没有“{id}”这个参数，{Similar.Hint(id, scope.Parameters.Keys)}请先在 parameters 里定义。";
        return null;
    }

    private Node? OfSelf(IReadOnlyList<string> parts, out string problem)
    {
        problem = "";
        if (scope.Self == "matter" && parts.Count == 1 && common.Contains(parts[0]))
        {
            return Column(scope.Table.Find(parts[0])!, Level.Matter, "");
        }

        return OfMatter(parts, out problem);
    }

    private Node? OfLine(IReadOnlyList<string> parts)
    {
        var prefix = rows!.Field + ".";
        if (rows.Find(parts[0]) is not { } column)
        {
            return null;
        }

        return parts.Count == 1 ? Column(column, Level.Line, prefix)
            : parts.Count == 2 && Part(parts[0], parts[1], rows.Find, Level.Line, prefix) is { } part ? part
            : column.Type == ColumnType.Reference ? Referred(column, Level.Line, prefix, parts, out _)
            : null;
    }

    private Node? OfMatter(IReadOnlyList<string> parts, out string problem)
    {
        problem = "";
        var name = parts[0];
        if (parts.Count == 1 && IsField(name))
        {
            return Column(scope.Table.Find(name)!, Level.Matter, "");
        }

        if (parts.Count > 1)
        {
            var found = parts.Count == 2 ? OfStep(name, parts[1]) ?? OfClock(name, parts[1]) ?? OfRows(name, parts[1]) : null;
            if (found is not null)
            {
                return found;
            }

            if (scope.Table.Find(name) is { } column && IsField(name))
            {
                if (parts.Count == 2 && Part(name, parts[1], scope.Table.Find, Level.Matter, "") is { } part)
                {
                    return part;
                }

                if (column.Type == ColumnType.Reference)
                {
                    return Referred(column, Level.Matter, "", parts, out problem);
                }
            }
        }

        problem = Unknown(parts);
        return null;
    }

    private bool IsField(string name) => scope.Table.Find(name) is not null && !common.Contains(name) && (scope.Loose || Generated(name) is null);

    /// <summary>How a generated column should be written, or none where the name is a field's.</summary>
    private string? Generated(string name)
    {
        var cut = name.LastIndexOf('_');
        if (cut <= 0)
        {
            return null;
        }

        var (of, what) = (name[..cut], name[(cut + 1)..]);
        return (scope.Steps.Contains(of) && what is "on" or "last" or "times" or "number")
            || (scope.Clocks.Contains(of) && what is "due" or "met" or "stopped")
                ? $"{of}.{what}"
                : null;
    }

    /// <summary>Kind and identifier of a party, number and certified number of officers.</summary>
    private static Node? Part(string field, string part, Func<string, FactColumn?> find, Level level, string prefix) =>
        part is not ("kind" or "id" or "count" or "certified") || find($"{field}_{part}") is not { } column ? null
        : part == "kind" ? new ValueColumn(new(column, level, prefix + column.Name), PartyKinds)
        : Column(column, level, prefix);

    private Node? OfStep(string step, string what)
    {
        if (!scope.Steps.Contains(step) || scope.Table.Find(step + "_on") is not { } on)
        {
            return null;
        }

        var (place, title) = (new ColumnPlace(on, Level.Matter, on.Name), Cut(on.Title, "日期"));
        return what switch
        {
            "done" => new StepDone(place, title),
            "on" => new ValueColumn(place),
            "last" => Column(scope.Table.Find(step + "_last") ?? on, Level.Matter, ""),
            "times" => scope.Table.Find(step + "_times") is { } times ? new RepeatedTimes(new(times, Level.Matter, times.Name)) : new StepTimes(place, title),
            "number" when scope.Table.Find(step + "_number") is { } number => Column(number, Level.Matter, ""),
            _ => null,
        };
    }

    private Node? OfClock(string clock, string what)
    {
        if (!scope.Clocks.Contains(clock) || scope.Table.Find(clock + "_due") is not { } due)
        {
            return null;
        }

        var place = new ClockPlace(Place(due), Place(scope.Table.Find(clock + "_met")!), Place(scope.Table.Find(clock + "_stopped")!), Cut(due.Title, "截止日"));
        return what switch
        {
            "due" => new ValueColumn(place.Due),
            "met" => new ValueColumn(place.Met),
            "stopped" => new ClockStopped(place.Stopped, place.Title),
            "overdue" => new ClockOverdue(place),
            "late_days" => new ClockLateDays(place),
            _ => null,
        };

        static ColumnPlace Place(FactColumn column) => new(column, Level.Matter, column.Name);
    }

    private CountRows? OfRows(string field, string what) =>
        what == "count" && scope.Table.FindRows(field) is { } table ? new(new(table, null)) : null;

    private Node? Referred(FactColumn reference, Level level, string prefix, IReadOnlyList<string> parts, out string problem)
    {
        if (scope.OtherTables(reference.Register!) is not { } other)
        {
            problem = $"“{parts[0]}”指向的登记册“{reference.Register}”不存在。";
            return null;
        }

        IReadOnlyList<string> rest = [.. parts.Skip(1)];
        var names = new Names(ExpressionScope.ForTable(other));
        var inner = rest.Count == 1 && common.Contains(rest[0]) ? names.OfSelf(rest, out problem) : names.OfMatter(rest, out problem);
        if (inner is CountRows or ReferredNode)
        {
            problem = $"“{string.Join('.', parts)}”跨了不止一步：只能取对方事项自己的字段、环节和期限。";
            return null;
        }

        return inner is null ? null : new ReferredNode(new(reference, level, prefix + reference.Name), other.Name, inner);
    }

    private static Node Column(FactColumn column, Level level, string prefix)
    {
        var place = new ColumnPlace(column, level, prefix + column.Name);
        return column.Type switch
        {
            ColumnType.WholeNumber or ColumnType.Decimal or ColumnType.Money => new NumberColumn(place),
            ColumnType.YesNo => new YesNoColumn(place),
            _ => new ValueColumn(place),
        };
    }

    private static string Cut(string title, string end) => title.EndsWith(end, StringComparison.Ordinal) ? title[..^end.Length] : title;
}
