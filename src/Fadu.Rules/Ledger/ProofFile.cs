using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fadu.Rules.Ledger;

/// <summary>A file by which anyone, without a network, can check that an entry is in the ledger that a published checkpoint sealed.</summary>
/// <remarks>
/// JSON: the entry with all hashed fields, its position, the Merkle path, the checkpoint's text. The payload may be withheld, because it may contain
/// personal data; the proof then holds for its digest, and says so.
/// </remarks>
public static class ProofFile
{
    private const string Format = "fadu.proof.1";

    /// <summary>The file's text. <paramref name="position"/> counts from 0, <paramref name="path"/> is <see cref="MerkleProof.Inclusion"/> for the checkpoint's size.</summary>
    public static string Write(LedgerEntry entry, long position, IReadOnlyList<Digest> path, SignedCheckpoint checkpoint, bool withPayload = true) =>
        ProofText.Write(new JsonObject
        {
            ["format"] = Format,
            ["entry"] = new JsonObject
            {
                ["region"] = entry.Region,
                ["matter"] = entry.Matter,
                ["sequence"] = entry.Sequence,
                ["kind"] = entry.Kind,
                ["step"] = entry.Step,
                ["account"] = entry.Account,
                ["office"] = entry.Office,
                ["took_effect"] = ProofText.Time(entry.TookEffect),
                ["recorded"] = ProofText.Time(entry.Recorded),
                ["previous"] = entry.Previous.ToString(),
                ["payload"] = withPayload ? JsonNode.Parse(entry.Payload.Span) : null,
                ["payload_digest"] = entry.PayloadDigest.ToString(),
                ["hash"] = entry.Hash.ToString(),
            },
            ["position"] = position,
            ["path"] = ProofText.Path(path),
            ["checkpoint"] = checkpoint.ToString(),
        });

    /// <summary>Checks a proof against the published key of the region; needs nothing else.</summary>
    public static ProofResult VerifyOffline(string text, Sm2PublicKey publicKey)
    {
        try
        {
            return Verify(ProofText.Read(text, Format, "法度留痕证明文件"), publicKey);
        }
        catch (FormatException e)
        {
            return new ProofResult(ProofVerdict.Unreadable, $"无法核验：{e.Message}");
        }
    }

    private static ProofResult Verify(JsonElement file, Sm2PublicKey publicKey)
    {
        var fields = ProofText.Member(file, "entry", JsonValueKind.Object);
        var entry = Entry(fields);
        var position = ProofText.Number(file, "position");
        var path = ProofText.PathOf(file);
        var signed = SignedCheckpoint.Parse(ProofText.Text(file, "checkpoint"));
        var checkpoint = signed.Checkpoint;
        var shown = entry.Payload.Length > 0;
        var place = $"事项 {entry.Matter} 第 {entry.Sequence} 条";
        if (shown && Sm3.Hash(entry.Payload.Span) != entry.PayloadDigest)
            return new ProofResult(ProofVerdict.PayloadDiffers, $"不成立：{place}出示的内容与留痕时的摘要不符，内容已被改动。");
        if (EntryHash.Compute(entry) != entry.Hash)
            return new ProofResult(ProofVerdict.EntryDiffers, $"不成立：{place}的字段与其哈希不符，字段已被改动。");
        if (entry.Region != checkpoint.Region)
            return new ProofResult(ProofVerdict.RegionDiffers, $"不成立：条目属于地区 {entry.Region}，检查点属于地区 {checkpoint.Region}。");
        if (!signed.IsSignedBy(publicKey))
            return new ProofResult(ProofVerdict.SignatureWrong, $"不成立：检查点不是由所给公钥（{publicKey.Id}）签名的，或其正文已被改动。");
        if (!MerkleVerification.Inclusion(entry.Hash, position, checkpoint.Size, path, checkpoint.Root))
            return new ProofResult(ProofVerdict.NotIncluded, $"不成立：{place}不在检查点封存的 {checkpoint.Size} 条之内的第 {position} 位。");
        return new ProofResult(ProofVerdict.Holds,
            $"成立：{place}于 {checkpoint.Time:yyyy-MM-dd HH:mm:ss}（UTC）之前写入地区 {entry.Region} 的留痕账本第 {position} 位，此后未被改动。" +
            (shown ? "" : "证明未出示内容，只核验了内容的摘要。"));
    }

    private static LedgerEntry Entry(JsonElement fields)
    {
        if (!fields.TryGetProperty("payload", out var shown) || shown.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new FormatException("证明文件缺少“payload”：应为内容，或在不出示内容时为 null。");
        var payload = shown.ValueKind == JsonValueKind.Object ? CanonicalJson.Write(shown.GetRawText()) : [];
        var entry = new LedgerEntry
        {
            Region = ProofText.Text(fields, "region"),
            Matter = ProofText.Text(fields, "matter"),
            Sequence = ProofText.Sequence(fields),
            Kind = ProofText.Text(fields, "kind"),
            Step = ProofText.Text(fields, "step"),
            Account = ProofText.Text(fields, "account"),
            Office = ProofText.Text(fields, "office"),
            TookEffect = ProofText.TimeOf(fields, "took_effect"),
            Recorded = ProofText.TimeOf(fields, "recorded"),
            Previous = ProofText.DigestOf(fields, "previous"),
            Payload = payload,
            PayloadDigest = ProofText.DigestOf(fields, "payload_digest"),
            Hash = ProofText.DigestOf(fields, "hash"),
        };
        try
        {
            EntryHash.Compute(entry);
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
        return entry;
    }
}
