namespace Fadu.Web;

/// <summary>Libraries and styles are cached by the browser; their addresses carry a version.</summary>
internal static class StaticCache
{
    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = served => served.Context.Response.Headers.CacheControl = "public, max-age=86400",
    };
}
