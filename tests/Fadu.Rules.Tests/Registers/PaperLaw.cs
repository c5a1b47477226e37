using Fadu.Rules.LawFiles;
using Fadu.Rules.Registers;
using Fadu.Rules.Registers.Loading;

namespace Fadu.Rules.Tests.Registers;

/// <summary>The eleven definitions that the language was designed on, over the real statutes, calendar, roles and statuses.</summary>
internal static class PaperLaw
{
    private static readonly Lazy<LawResult> Loaded = new(() => LawLoader.Load(Files(), []));

    public static LawResult Result => Loaded.Value;

    public static Law Law => Result.OrThrow();

    public static Register Register(string id) => Law.Latest(id);

    private static IEnumerable<LawFile> Files() =>
        SmallLaw.Read(Path.Combine(LawFolder.Root, "law"))
            .Where(f => f.Path.StartsWith("statutes/") || f.Path.StartsWith("calendar/") || f.Path is "roles.yaml" or "codes/matter-status.yaml")
            .Concat(SmallLaw.Read(Path.Combine(SmallLaw.Folder, "Paper", "law")));
}
