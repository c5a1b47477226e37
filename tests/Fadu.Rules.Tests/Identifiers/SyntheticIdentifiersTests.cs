using Fadu.Rules.Identifiers;

namespace Fadu.Rules.Tests.Identifiers;

public sealed class SyntheticIdentifiersTests
{
    [Fact]
    public void Generated_Thousands_PassEveryCheckWithoutWarning()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            Right(IdentifierKind.CreditCode, SyntheticIdentifiers.CreditCode(random, "159"[i % 3], '1'));
            Right(IdentifierKind.OrganisationCode, SyntheticIdentifiers.OrganisationCode(random));
            Right(IdentifierKind.MobilePhone, SyntheticIdentifiers.MobilePhone(random));
            var number = SyntheticIdentifiers.ResidentId(random, new(1950, 1, 1), new(2007, 12, 31));
            Right(IdentifierKind.ResidentId, number);
            ResidentId.BirthDateOf(number).ShouldBeInRange(new(1950, 1, 1), new(2007, 12, 31));
        }
    }

    [Fact]
    public void Generated_WithTheSameSeed_AreTheSame() =>
        SyntheticIdentifiers.CreditCode(new(7)).ShouldBe(SyntheticIdentifiers.CreditCode(new(7)));

    private static void Right(IdentifierKind kind, string text)
    {
        var check = IdentifierValidator.Validate(kind, text);
        check.Value.ShouldBe(text);
        check.Warning.ShouldBeNull();
    }
}
