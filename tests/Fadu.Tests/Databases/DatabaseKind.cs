namespace Fadu.Tests.Databases;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
