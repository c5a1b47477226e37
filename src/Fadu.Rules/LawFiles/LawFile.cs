namespace Fadu.Rules.LawFiles;

/// <summary>A file of the law folder, already read: its path as a user would type it, and its text.</summary>
/// <remarks>Rules never opens files. The host reads them and hands them over, so that a definition uploaded by an
/// administrator and one shipped with the program go the same way.</remarks>
public sealed record LawFile(string Path, string Text)
{
    /// <summary>File name without folder and ending; it is the identifier of what the file defines.</summary>
    public string Id
    {
        get
        {
            var name = Path[(Path.LastIndexOf('/') + 1)..];
            var dot = name.LastIndexOf('.');
            return dot < 0 ? name : name[..dot];
        }
    }
}
