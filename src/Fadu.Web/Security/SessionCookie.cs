using System.Security.Claims;
using Fadu.Core;
using Fadu.Core.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Fadu.Web.Security;

/// <summary>The session of a signed-in account.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions cookie, FaduSystem system)
    {
        cookie.Cookie.Name = "fadu-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(system.Accounts.Rules.IdleMinutes);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/forbidden";
        cookie.ReturnUrlParameter = "from";
    }

    public static ClaimsPrincipal PrincipalOf(Account account) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.Name), new("stamp", account.Stamp)],
        CookieAuthenticationDefaults.AuthenticationScheme));
}
