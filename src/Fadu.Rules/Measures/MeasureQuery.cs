namespace Fadu.Rules.Measures;

/// <summary>SQL with its parameters by name (without the <c>@</c>), as the driver takes them.</summary>
public sealed record SqlQuery(string Text, IReadOnlyDictionary<string, object> Parameters);

/// <summary>The matters behind a figure with their shares.</summary>
/// <param name="Query">Columns <c>matter_id</c> and <c>share</c>.</param>
/// <param name="Scale">Decimals by which the share is too large.</param>
public sealed record MatterSharesQuery(SqlQuery Query, int Scale);

/// <summary>The query of a pass, which reads its own result.</summary>
public sealed class MeasureQuery
{
    private readonly int[] scales;

    internal MeasureQuery(string text, IReadOnlyDictionary<string, object> parameters, MeasurePass pass, int[] scales)
    {
        (Text, Parameters, this.scales) = (text, parameters, scales);
        Results = new(pass);
    }

    /// <summary>The text.</summary>
    public string Text { get; }
    /// <summary>Parameters by name, without the <c>@</c>.</summary>
    public IReadOnlyDictionary<string, object> Parameters { get; }
    /// <summary>What has been read.</summary>
    public MeasureResults Results { get; }

    /// <summary>Takes one row of the result, with all its columns as the driver gives them.</summary>
    public void Add(object?[] row)
    {
        var total = Convert.ToInt32(row[0], null) == 1;
        var office = row[1] as string ?? "";
        for (var i = 0; i < scales.Length; i++)
        {
            if (row[i + 2] is not (null or DBNull))
            {
                Results.Set(i, total ? null : office, Convert.ToDecimal(row[i + 2], null) / Power(scales[i]));
            }
        }
    }

    private static decimal Power(int scale)
    {
        var power = 1m;
        for (var i = 0; i < scale; i++)
        {
            power *= 10;
        }

        return power;
    }
}
