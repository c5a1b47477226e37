namespace Fadu.Web.Security;

/// <summary>Largest things that may be sent.</summary>
internal static class UploadLimits
{
    /// <summary>One request, in bytes.</summary>
    public const long RequestBytes = 120L * 1024 * 1024;

    /// <summary>One file, in bytes.</summary>
    public const long FileBytes = 100L * 1024 * 1024;
}
