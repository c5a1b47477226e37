using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fadu.Rules.Ledger;

/// <summary>A file by which anyone can check that the ledger of a newer checkpoint begins with the whole ledger of an older one: nothing was altered or removed between.</summary>
public static class ConsistencyFile
{
    private const string Format = "fadu.consistency.1";

    /// <summary>The file's text. <paramref name="path"/> is <see cref="MerkleProof.Consistency"/> for the two sizes.</summary>
    public static string Write(SignedCheckpoint older, SignedCheckpoint newer, IReadOnlyList<Digest> path) => ProofText.Write(new JsonObject
    {
        ["format"] = Format,
        ["older"] = older.ToString(),
        ["newer"] = newer.ToString(),
        ["path"] = ProofText.Path(path),
    });

    /// <summary>Checks a proof; <paramref name="olderKey"/> is the key of the older checkpoint where the key was changed since.</summary>
    public static ProofResult VerifyOffline(string text, Sm2PublicKey publicKey, Sm2PublicKey? olderKey = null)
    {
        try
        {
            return Verify(ProofText.Read(text, Format, "法度检查点一致性证明文件"), publicKey, olderKey ?? publicKey);
        }
        catch (FormatException e)
        {
            return new ProofResult(ProofVerdict.Unreadable, $"无法核验：{e.Message}");
        }
    }

    private static ProofResult Verify(JsonElement file, Sm2PublicKey newerKey, Sm2PublicKey olderKey)
    {
        var (older, newer) = (SignedCheckpoint.Parse(ProofText.Text(file, "older")), SignedCheckpoint.Parse(ProofText.Text(file, "newer")));
        var path = ProofText.PathOf(file);
        var (before, after) = (older.Checkpoint, newer.Checkpoint);
        if (before.Region != after.Region)
            return new ProofResult(ProofVerdict.RegionDiffers, $"不成立：两个检查点分属地区 {before.Region} 和 {after.Region}。");
        if (!older.IsSignedBy(olderKey))
            return new ProofResult(ProofVerdict.SignatureWrong, $"不成立：较早的检查点不是由所给公钥（{olderKey.Id}）签名的，或其正文已被改动。");
        if (!newer.IsSignedBy(newerKey))
            return new ProofResult(ProofVerdict.SignatureWrong, $"不成立：较晚的检查点不是由所给公钥（{newerKey.Id}）签名的，或其正文已被改动。");
        return MerkleVerification.Consistency(before.Size, before.Root, after.Size, after.Root, path)
            ? new ProofResult(ProofVerdict.Holds, $"成立：较晚的账本（{after.Size} 条）原样包含较早的账本（{before.Size} 条），其间只有增加，没有改动和删除。")
            : new ProofResult(ProofVerdict.HistoryDiffers, $"不成立：较晚的账本（{after.Size} 条）不能证明原样包含较早的账本（{before.Size} 条）：较早的条目有改动或删除，或证明有误。");
    }
}
