using System.Security.Cryptography;

namespace Fadu.Rules.Ledger;

/// <summary>A code that only the running system can give an entry: whoever writes into the database behind its back cannot.</summary>
/// <remarks>
/// Entries can be hashed by anyone, so a forged one that chains correctly would be sealed like the others. The writer stores this code beside the entry,
/// and the sealer refuses an entry without the right one. It is not part of the hash, because those who check proofs do not have the key.
/// </remarks>
public static class EntryMac
{
    /// <summary>The key, derived from the signing key, so that there is one secret to keep.</summary>
    public static byte[] Key(Sm2PrivateKey key) => Sm3.Hmac(key.Secret(), "fadu entry mac 1"u8).ToArray();

    /// <summary>HMAC-SM3 of the entry's hash.</summary>
    public static Digest Compute(byte[] key, Digest hash) => Sm3.Hmac(key, hash.ToArray());

    /// <summary>Whether the code is right; takes the same time for every wrong one.</summary>
    public static bool IsRight(byte[] key, Digest hash, Digest code) => CryptographicOperations.FixedTimeEquals(Compute(key, hash).ToArray(), code.ToArray());
}
