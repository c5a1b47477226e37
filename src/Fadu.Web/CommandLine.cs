using Fadu.Core;

namespace Fadu.Web;

/// <summary>What the command line of the host says.</summary>
public sealed record CommandLine(FaduOptions Store, string Urls, string[] Rest)
{
    /// <summary>Folder that holds <c>wwwroot</c>: beside the program when published, the project when run from source.</summary>
    public static string ContentRoot =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : Path.Combine(Installation.Root, "src", "Fadu.Web");

    /// <summary>Reads <c>--data</c>, <c>--database</c>, <c>--law</c>, <c>--urls</c>; the rest goes to the host.</summary>
    public static CommandLine Read(string[] args)
    {
        Dictionary<string, string> named = [];
        List<string> rest = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--data" or "--database" or "--law" or "--urls" && i + 1 < args.Length)
            {
                named[args[i][2..]] = args[++i];
            }
            else
            {
                rest.Add(args[i]);
            }
        }

        var store = new FaduOptions
        {
            Data = Path.GetFullPath(named.GetValueOrDefault("data", Installation.Data)),
            Database = named.GetValueOrDefault("database"),
            Law = named.GetValueOrDefault("law", Installation.Law),
        };
        return new(store, named.GetValueOrDefault("urls", "http://127.0.0.1:8080"), [.. rest]);
    }
}
