using System.Reflection;
using Xunit.Sdk;

namespace Fadu.Tests.Databases;

/// <summary>Runs a theory whose first argument is a <see cref="DatabaseKind"/> on one kind of database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class OnDatabaseAttribute(DatabaseKind kind, object[] more) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[kind, .. more]];
}

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object[] more) : OnDatabaseAttribute(DatabaseKind.Sqlite, more);

/// <summary>Shows as skipped, with the reason, where no server is named.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : OnDatabaseAttribute
{
    public OnPostgresAttribute(params object[] more)
        : base(DatabaseKind.Postgres, more)
    {
        if (TestDatabases.Server is null)
        {
            Skip = $"PostgreSQL is not configured: set {TestDatabases.PostgresVariable} to a connection string.";
        }
    }
}
