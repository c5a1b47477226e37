using Fadu.Core.Matters;
using Fadu.Core.Tables;

namespace Fadu.Core.Imports;

/// <summary>What is wrong with a row.</summary>
/// <param name="Heading">Column concerned, or empty where it is the row as a whole.</param>
/// <param name="Says">What is wrong and what to do.</param>
public sealed record ImportError(string Heading, string Says)
{
    /// <inheritdoc/>
    public override string ToString() => Heading.Length == 0 ? Says : $"“{Heading}”：{Says}";
}

/// <summary>One row as read.</summary>
internal sealed class ImportRow(TableRow row, string external)
{
    public TableRow Row { get; } = row;

    /// <summary>Key, as far as it could be read.</summary>
    public string External { get; } = external;

    public List<ImportError> Errors { get; } = [];

    /// <summary>What the row says, as far as it could be read.</summary>
    public ImportedMatter? Matter { get; set; }

    /// <summary>What became of it; what it writes stands in the statements of its group.</summary>
    public TakenOver? Result { get; private set; }

    /// <summary>Keeps the result, and lets go of all that would otherwise wait for the database with the group.</summary>
    public void Took(TakenOver result) => (Result, Matter) = (result with { After = null, Write = null }, null);
}
