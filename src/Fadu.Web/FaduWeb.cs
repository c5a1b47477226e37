using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fadu.Core;
using Fadu.Core.Ledger;
using Fadu.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace Fadu.Web;

/// <summary>Puts the host together.</summary>
public static class FaduWeb
{
    /// <summary>Services: pages, sign-in, policies, anti-forgery.</summary>
    public static void AddFaduWeb(this WebApplicationBuilder builder, FaduSystem system)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = UploadLimits.RequestBytes;
        });
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = UploadLimits.RequestBytes);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("fadu").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(system.Options.Data, "keys", "web")));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => SessionCookie.Configure(cookie, system));
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<Microsoft.AspNetCore.Authorization.IAuthorizationHandler, PermissionHandler>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "fadu-form";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSingleton<FaultLog>();
        services.AddRateLimiter(Portal.PortalLimits.Add);
        services.AddHttpContextAccessor();
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/";
            pages.Conventions.AuthorizeFolder("/");
        }).AddMvcOptions(mvc => ChineseModelMessages.Set(mvc.ModelBindingMessageProvider));
        services.AddHostedService<SealingService>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<PageFormat>();
        services.AddSingleton<Workspace.Matters.KeptFiles>();
        services.AddScoped<Workspace.Matters.StepForms>();
    }

    /// <summary>The pipeline.</summary>
    public static void UseFaduWeb(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles(StaticCache.Options);
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapRazorPages();
    }
}
