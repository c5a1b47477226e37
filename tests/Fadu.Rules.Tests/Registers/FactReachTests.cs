using Fadu.Rules.LawFiles;
using Fadu.Rules.Registers;

namespace Fadu.Rules.Tests.Registers;

/// <summary>The facts of a remedy read the appeal that it follows from.</summary>
public sealed class FactReachTests
{
    private const string Remedy = "registers/disputes/remedy/2024-01-01.yaml";
    private const string Appeal = "registers/disputes/appeal/2024-01-01.yaml";
    private static readonly LawFile Reading = Changed(Remedy, "{title: 案件, type: reference, register: appeal}", "{title: 案件, type: reference, register: appeal}\n  appeal_due: {title: 原案期限, type: date, derive: appeal.decision.due}");

    [Fact]
    public void WithReaders_OfARegisterThatAnotherReads_NamesItAfterIt() =>
        FactReach.WithReaders(SmallLaw.Load(Reading).OrThrow(), ["appeal"]).ShouldBe(["appeal", "remedy"]);

    [Fact]
    public void WithReaders_OfTheReader_IsItAlone() => FactReach.WithReaders(SmallLaw.Load(Reading).OrThrow(), ["remedy"]).ShouldBe(["remedy"]);

    [Fact]
    public void WithReaders_WhereAReferenceIsOnlyKept_IsTheRegisterAlone() => FactReach.WithReaders(SmallLaw.Load().OrThrow(), ["appeal"]).ShouldBe(["appeal"]);

    [Fact]
    public void Digest_OfTheReader_ChangesWithTheRegisterRead()
    {
        var shorter = Changed(Appeal, "60 days: procedure = ordinary", "50 days: procedure = ordinary");

        Digest(Reading, shorter).ShouldNotBe(Digest(Reading));
        Digest(shorter).ShouldBe(Digest(), "a remedy that reads nothing of the appeal stays as it is");
    }

    private static string Digest(params LawFile[] files) => FactDigest.Of(SmallLaw.Load(files).OrThrow(), "remedy");

    private static LawFile Changed(string path, string old, string now)
    {
        var text = SmallLaw.Files.Single(f => f.Path == path).Text;
        text.ShouldContain(old);
        return new(path, text.Replace(old, now, StringComparison.Ordinal));
    }
}
