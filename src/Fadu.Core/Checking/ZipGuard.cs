using System.IO.Compression;
using System.Xml;

namespace Fadu.Core.Checking;

/// <summary>
/// Refuses packages that would unfold beyond measure, or nest deeper than their readers can follow, before any part of them is opened.
/// The declared sizes are not trusted alone: every entry is read through once with a limit, so that a lie in the directory is found out.
/// </summary>
public static class ZipGuard
{
    private const long MaxUnpacked = 300L * 1024 * 1024;
    private const int MaxEntries = 20_000;
    private const int MaxDepth = 1_000;
    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The reason in Chinese why the package is refused, or null.</summary>
    public static string? Refuse(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var package = ZipFile.OpenRead(path);
            if (package.Entries.Count > MaxEntries) return $"{name} 内含文件过多，不予打开。";
            if (package.Entries.Sum(entry => Math.Min(entry.Length, MaxUnpacked)) > MaxUnpacked) return TooLarge(name);
            var left = MaxUnpacked;
            var buffer = new byte[81920];
            foreach (var entry in package.Entries)
            {
                using var stream = entry.Open();
                for (int read; (read = stream.Read(buffer)) > 0;)
                    if ((left -= read) < 0) return TooLarge(name);
            }
            return package.Entries.Any(IsTooDeep) ? $"{name} 的内容层层嵌套超过 {MaxDepth} 层，疑为异常文档，不予打开。" : null;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return $"{name} 已损坏或不是有效的 Office 文档，请用办公软件打开后另存一份再试。";
        }
    }

    // Readers of documents descend by recursion: a part of a few kilobytes can exhaust the stack and end the whole program.
    private static bool IsTooDeep(ZipArchiveEntry entry)
    {
        try
        {
            using var reader = XmlReader.Create(entry.Open(), Plain);
            while (reader.Read())
                if (reader.Depth > MaxDepth) return true;
            return false;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string TooLarge(string name) => $"{name} 解压后超过 {MaxUnpacked / 1024 / 1024} MB，疑为异常压缩包，不予打开。";
}
