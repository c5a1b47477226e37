namespace Fadu.Core.Files;

/// <summary>Room on the disk for what is too large for the memory; it vanishes when it is closed.</summary>
public static class TemporaryFile
{
    /// <summary>An empty one, to write and to read.</summary>
    public static FileStream Create() => new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 64 * 1024,
        Options = FileOptions.DeleteOnClose,
    });
}
