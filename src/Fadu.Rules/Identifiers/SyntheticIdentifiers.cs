using System.Globalization;

namespace Fadu.Rules.Identifiers;

/// <summary>Makes identifiers that pass every check and belong to nobody, for demonstrations and tests.</summary>
/// <remarks>The same seed gives the same values. People get a region code that was never assigned (<see cref="NobodysRegion"/>)
/// and phones five zeros in the middle, so that no real person is hit and everybody sees that the data are made up.</remarks>
public static class SyntheticIdentifiers
{
    /// <summary>A code inside Zhejiang that names no county.</summary>
    public const string NobodysRegion = "330399";

    /// <summary>A credit code.</summary>
    /// <param name="registrar">First character: 1 offices and institutions, 5 civil affairs, 9 market regulation…</param>
    /// <param name="kind">Second character: 1 an office or an enterprise, 2 an institution or a sole trader…</param>
    /// <param name="region">Six digits.</param>
    public static string CreditCode(Random random, char registrar = '9', char kind = '1', string region = NobodysRegion)
    {
        // MA opens the block of codes given out since 2015; real codes of offices are all digits.
        var body = registrar == '1' ? Digits(random, 8) : "MA" + Pick(random, Identifiers.CreditCode.Alphabet, 6);
        var code = $"{registrar}{kind}{region}{body}{Identifiers.OrganisationCode.CheckCharacter(body)}";
        return code + Identifiers.CreditCode.CheckCharacter(code);
    }

    /// <summary>An organisation code, written 00258242-X.</summary>
    public static string OrganisationCode(Random random)
    {
        var body = Digits(random, 8);
        return $"{body}-{Identifiers.OrganisationCode.CheckCharacter(body)}";
    }

    /// <summary>A resident's number with a birth date between two days, both included.</summary>
    public static string ResidentId(Random random, DateOnly bornFrom, DateOnly bornTo, string region = NobodysRegion)
    {
        var birth = bornFrom.AddDays(random.Next(bornTo.DayNumber - bornFrom.DayNumber + 1));
        var body = region + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + random.Next(1, 1000).ToString("000", CultureInfo.InvariantCulture);
        return body + Identifiers.ResidentId.CheckCharacter(body);
    }

    /// <summary>A mobile number with five zeros in the middle.</summary>
    public static string MobilePhone(Random random) => "1" + random.Next(3, 10) + "00000" + Digits(random, 4);

    private static string Digits(Random random, int length) => Pick(random, "0123456789", length);

    private static string Pick(Random random, string alphabet, int length) =>
        string.Create(length, (random, alphabet), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = state.alphabet[state.random.Next(state.alphabet.Length)];
        });
}
