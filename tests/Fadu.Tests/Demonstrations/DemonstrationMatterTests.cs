using Dapper;

namespace Fadu.Tests.Demonstrations;

[Collection(DemonstrationYear.Name)]
public sealed class DemonstrationMatterTests(DemonstrationStore store)
{
    [Theory]
    [InlineData("fact_enforcement_officer", "office", "scj", "market")]
    [InlineData("fact_enforcement_officer", "office", "gaj", "public_security")]
    [InlineData("fact_reconsideration", "respondent", "zfj", "urban")]
    public async Task Domain_OfAMatter_IsThatOfItsOfficeOrOfTheOfficeItIsAbout(string table, string column, string office, string domain)
    {
        await using var connection = await store.System.Database.OpenAsync();

        (await connection.QueryAsync<string>($"select distinct domain from {table} where {column} = @office and domain is not null", new { office })).ShouldBe([domain]);
    }
}
