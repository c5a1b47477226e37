namespace Fadu.Rules.Registers.Loading;

/// <summary>Which names a definition may choose.</summary>
internal static class Names
{
    /// <summary>Longest identifier; with the longest suffix and prefix it stays within the 63 bytes of a PostgreSQL name.</summary>
    public const int MaxLength = 40;

    private const string Grammar =
        "matter param today period and or not in between is missing given true false where group contains else count";

    private const string Fixed =
        "region matter_id number title office handler status opened_on closed_on imported source external version definition on last times done due met late_days overdue stopped light";

    /// <summary>Words that fields, steps and clocks may not be called.</summary>
    public static IReadOnlySet<string> Reserved { get; } = $"{Grammar} {Fixed}".Split(' ').ToHashSet();

    /// <summary>Words that columns of a rows field may not be called.</summary>
    public static IReadOnlySet<string> ReservedColumns { get; } = $"{Grammar} {Sql} region matter_id row_no".Split(' ').ToHashSet();

    // What PostgreSQL or SQLite does not take as the name of a column.
    private const string Sql =
        "all analyse analyze any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create cross current_catalog current_date current_role "
        + "current_schema current_time current_timestamp current_user default deferrable desc distinct do end except fetch for foreign freeze from full grant having ilike initially inner intersect into "
        + "isnull join lateral leading left like limit localtime localtimestamp natural notnull null offset on only order outer overlaps placing primary references returning right select session_user "
        + "similar some symmetric system_user table tablesample then to trailing union unique user using variadic verbose when window with add alter autoincrement commit delete drop escape exists index insert "
        + "set transaction update values";

    /// <summary>Words that fields may not be called: each is a column.</summary>
    public static IReadOnlySet<string> ReservedFields { get; } = $"{Grammar} {Fixed} {Sql}".Split(' ').ToHashSet();

    /// <summary>Checks a snake_case identifier; reports what is wrong with it.</summary>
    public static bool Check(LawText id, string what, IReadOnlySet<string>? reserved, LawErrors errors)
    {
        if (!YamlMap.Snake.IsMatch(id.Value))
        {
            errors.Add(id, $"{what}的标识“{id.Value}”不合规则", "只用小写英文字母、数字和下划线，以字母开头，如 accept_on");
        }
        else if (id.Value.Length > MaxLength)
        {
            errors.Add(id, $"{what}的标识“{id.Value}”过长", $"最多 {MaxLength} 个字符");
        }
        else if (reserved?.Contains(id.Value) == true)
        {
            errors.Add(id, $"{what}的标识“{id.Value}”是保留词", "请换一个名字");
        }
        else
        {
            return true;
        }

        return false;
    }
}
