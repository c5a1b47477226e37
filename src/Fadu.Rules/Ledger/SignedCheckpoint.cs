using System.Text;

namespace Fadu.Rules.Ledger;

/// <summary>A checkpoint with its SM2 signature; its text is what is published and stored.</summary>
/// <param name="Checkpoint">What is signed.</param>
/// <param name="KeyId">Names the key; see <see cref="Sm2PublicKey.Id"/>.</param>
/// <param name="Signature">DER.</param>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, string KeyId, byte[] Signature)
{
    private const string SignatureLine = "\n— SM2 ";

    /// <summary>Whether the key's holder signed exactly this checkpoint.</summary>
    public bool IsSignedBy(Sm2PublicKey key) => KeyId == key.Id && Sm2.Verify(key, Encoding.UTF8.GetBytes(Checkpoint.Body), Signature);

    /// <summary>The body, an empty line, and the signature line.</summary>
    public override string ToString() => $"{Checkpoint.Body}{SignatureLine}{KeyId} {Convert.ToBase64String(Signature)}\n";

    /// <summary>Reads a checkpoint's text; line ends of Windows are understood.</summary>
    /// <exception cref="FormatException">The text is no checkpoint of this version.</exception>
    public static SignedCheckpoint Parse(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        var line = text.IndexOf(SignatureLine, StringComparison.Ordinal);
        var parts = line < 0 ? [] : text[(line + SignatureLine.Length)..^1].Split(' ');
        if (parts.Length != 2 || Checkpoint.Read(text[..line]) is not { } checkpoint)
            throw new FormatException("不是法度留痕账本的检查点文本（第1版）：应为六行正文、一空行和一行“— SM2”签名，请使用未经编辑的原文。");
        var signature = new byte[parts[1].Length];
        return Convert.TryFromBase64String(parts[1], signature, out var length) && Convert.ToBase64String(signature, 0, length) == parts[1]
            ? new SignedCheckpoint(checkpoint, parts[0], signature[..length])
            : throw new FormatException("检查点的签名行不是 Base64 文本，请使用未经编辑的原文。");
    }
}
