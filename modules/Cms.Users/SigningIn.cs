using Cms.Core.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Users;

/// <summary>How the framework's identity and authentication are set up.</summary>
internal static class SigningIn
{
    /// <summary>The number that ASVS 5.0 asks for with PBKDF2 and SHA-512.</summary>
    private const int Iterations = 210_000;

    /// <summary>Time to find the authenticator.</summary>
    private static readonly TimeSpan _pendingLifetime = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddUserSettings(this IServiceCollection services)
    {
        services.AddOptions<UserSettings>()
            .Configure<IConfiguration>((settings, configuration) => configuration.GetSection(UserSettings.Section).Bind(settings))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = Iterations);
        services.AddIdentityCore<Account>(identity => identity.User.AllowedUserNameCharacters = "").AddUserStore<UserStore>();
        return services;
    }

    public static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services.AddAuthentication(Schemes.ByPath)
            .AddPolicyScheme(Schemes.ByPath, null, policy => policy.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Schemes.Token, null)
            .AddCookie(Schemes.Cookie)
            .AddCookie(Schemes.Pending);
        services.AddOptions<CookieAuthenticationOptions>(Schemes.Cookie).Configure<WebsiteSettings>(SetUp);
        services.AddOptions<CookieAuthenticationOptions>(Schemes.Pending).Configure<WebsiteSettings>(SetUpPending);
        return services.AddAuthorization();
    }

    /// <summary>A plain form of the administration's layouts, for a website without an administration theme.</summary>
    public static IServiceCollection AddFallbackLayouts(this IServiceCollection services) =>
        services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FallbackLayouts()));

    private static string SchemeOf(HttpContext context) => context.Request.Path.IsUnder(Schemes.ApiPath) ? Schemes.Token : Schemes.Cookie;

    private static void SetUpPending(CookieAuthenticationOptions options, WebsiteSettings website)
    {
        Flag(options.Cookie, "code", website);
        options.ExpireTimeSpan = _pendingLifetime;
        options.SlidingExpiration = false;
    }

    private static void SetUp(CookieAuthenticationOptions options, WebsiteSettings website)
    {
        Flag(options.Cookie, "session", website);
        options.ExpireTimeSpan = SessionStore.IdleLifetime;
        options.SlidingExpiration = true;
        options.LoginPath = BackOffice.Login;
        options.EventsType = typeof(SessionEvents);
    }

    private static void Flag(CookieBuilder cookie, string name, WebsiteSettings website)
    {
        cookie.Name = Cookies.Name(name, website);
        cookie.SecurePolicy = Cookies.Secure(website);
        cookie.SameSite = SameSiteMode.Lax;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }
}
