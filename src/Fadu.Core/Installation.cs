namespace Fadu.Core;

/// <summary>Where this installation or checkout stands.</summary>
public static class Installation
{
    /// <summary>The nearest folder above the program that holds the definitions; the folder one stands in where there is none.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Folder with the definitions.</summary>
    public static string Law => Path.Combine(Root, "law");

    /// <summary>Folder with the data, where none is named.</summary>
    public static string Data => Path.Combine(Root, "data");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "law", "registers")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
