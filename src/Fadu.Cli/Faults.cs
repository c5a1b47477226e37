using Fadu.Core;
using Fadu.Core.Storage;
using Fadu.Rules.LawFiles;

namespace Fadu.Cli;

/// <summary>What a command says when it cannot go on; the one place where exceptions end.</summary>
internal static class Faults
{
    /// <summary>Writes it; returns the exit code.</summary>
    public static int Report(Exception fault)
    {
        Console.Error.WriteLine(fault switch
        {
            OperationCanceledException => "已中断，没有完成的部分没有保存。",
            StoreException or LawFileException => fault.Message,
            _ when StorageFaults.Says(fault) is { } says => says + "。",
            UnauthorizedAccessException => $"没有读写权限：{fault.Message}。请核对目录和文件的权限。",
            _ => $"程序出错，请把下面的内容告诉维护人员：\n{fault}",
        });
        return 1;
    }
}
