using System.Globalization;
using System.Text;

namespace Fadu.Rules.Ledger;

/// <summary>What the log was at one moment: how many entries, under which root. Signed, it is the anchor that anyone can keep.</summary>
/// <remarks>Whoever holds an old checkpoint can prove that nothing before it was changed, even against the operator of the database.</remarks>
/// <param name="Region">行政区划代码 of the log.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Root of the Merkle tree over them.</param>
/// <param name="Time">When it was made; UTC, whole seconds.</param>
/// <param name="Previous">Hash of the checkpoint before, zeroes for the first: a checkpoint cannot be dropped from the series unseen.</param>
public sealed record Checkpoint(string Region, long Size, Digest Root, DateTimeOffset Time, Digest Previous)
{
    private const string Title = "法度留痕账本检查点 第1版";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>When it was made; UTC, whole seconds.</summary>
    public DateTimeOffset Time { get; init; } = new(Time.UtcTicks - Time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);

    /// <summary>The text that is signed: readable, one field a line, one text for one value.</summary>
    public string Body => string.Create(CultureInfo.InvariantCulture,
        $"{Title}\n地区 {Region}\n条数 {Size}\n根 {Root}\n时间 {Time.ToString(TimeFormat, CultureInfo.InvariantCulture)}\n上一检查点 {Previous}\n");

    /// <summary>SM3 of the body.</summary>
    public Digest Hash => Sm3.Hash(Encoding.UTF8.GetBytes(Body));

    /// <summary>Signs the body.</summary>
    public SignedCheckpoint Sign(Sm2PrivateKey key) => new(this, key.PublicKey.Id, Sm2.Sign(key, Encoding.UTF8.GetBytes(Body)));

    internal static Checkpoint? Read(string body)
    {
        var lines = body.Split('\n');
        if (lines.Length != 7 || lines[0] != Title)
            return null;
        var values = lines.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ToArray();
        if (!long.TryParse(values[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !Digest.TryParse(values[3], out var root)
            || !DateTimeOffset.TryParseExact(values[4], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            || !Digest.TryParse(values[5], out var previous))
            return null;
        var checkpoint = new Checkpoint(values[1], size, root, time, previous);
        return checkpoint.Body == body ? checkpoint : null;
    }
}
