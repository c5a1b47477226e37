namespace Fadu.Tests.Databases;

public sealed class TestDatabasesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Database_Opened_IsEmptyAndWritable(DatabaseKind kind)
    {
        await using var connection = await databases.Open(kind);
        await using var command = connection.CreateCommand();
        command.CommandText = "create table only_here (n integer); insert into only_here values (7); select n from only_here";

        (await command.ExecuteScalarAsync()).ShouldNotBeNull().ToString().ShouldBe("7");
    }
}
