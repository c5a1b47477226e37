namespace Fadu.Core.Tables;

/// <summary>The file as a whole cannot be read. The message is for the user: what is wrong and what to do.</summary>
public sealed class TableReadException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static TableReadException Damaged(Exception? inner = null) =>
        new("文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。", inner);

    internal static TableReadException TooLarge(string what) => new($"{what}，请拆分成几个文件后分别上传。");
}
