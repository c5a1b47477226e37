using System.Security.Cryptography;

namespace Fadu.Core.Accounts;

/// <summary>Passwords that are handed over once and changed at the first sign-in.</summary>
public static class TemporaryPasswords
{
    // Without 0 O 1 l I: it is read from paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";

    /// <summary>A new one: three groups of four, 60 bits and more, of three classes whatever the draw.</summary>
    public static string Next() =>
        RandomNumberGenerator.GetString(Capitals, 4) + "-" + RandomNumberGenerator.GetString(Letters, 4) + "-" + RandomNumberGenerator.GetString(Digits, 4);
}
