using Fadu.Core;

namespace Fadu.Web;

/// <summary>The web host over an opened store.</summary>
public static class FaduHost
{
    /// <summary>Builds it; the caller starts it and keeps the store.</summary>
    /// <param name="args">Further settings of the host.</param>
    /// <param name="adapt">What tests change, as a rule the server.</param>
    public static WebApplication Build(FaduSystem system, string[] args, Action<WebApplicationBuilder> adapt)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = CommandLine.ContentRoot,
            ApplicationName = typeof(FaduHost).Assembly.GetName().Name,
        });
        system.AddTo(builder.Services);
        builder.AddFaduWeb(system);
        adapt(builder);
        var app = builder.Build();
        app.UseFaduWeb();
        return app;
    }
}
