using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fadu.Core.Storage;

/// <summary>Says in Chinese what an exception of the storage means for the person who gets it; the one place that knows the codes.</summary>
public static class StorageFaults
{
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;
    private const int FileTooLarge = 27;

    /// <summary>What happened, or null where the exception is none of the storage's.</summary>
    public static string? Says(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: 13 } => Full,
        SqliteException { SqliteErrorCode: 10 } => "磁盘读写出错，可能是磁盘空间不足或者磁盘故障，本次操作没有保存",
        SqliteException { SqliteErrorCode: 8 } => "数据目录没有写入权限，本次操作没有保存",
        SqliteException { SqliteErrorCode: 5 or 6 } => "数据库正忙，本次操作没有保存，请稍后重试",
        SqliteException { SqliteErrorCode: 11 or 26 } => "数据库文件已损坏，请停止使用并从备份恢复",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Full,
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "数据库连接已满，本次操作没有保存，请稍后重试",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => "数据库处于只读状态，本次操作没有保存",
        PostgresException { SqlState: "53000" or "53200" or "53400" } => "数据库资源不足，本次操作没有保存，请稍后重试",
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => "与数据库的连接中断，请查看该操作是否已经保存后再重试",
        IOException { HResult: NoSpaceLeft or QuotaExceeded or FileTooLarge } => Full,
        { InnerException: { } inner } => Says(inner),
        _ => null,
    };

    private static string Full => "磁盘空间已满，本次操作没有保存，已保存的内容不受影响。请联系系统管理员清理磁盘后重试";
}
