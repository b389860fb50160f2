using System.Globalization;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Cms.Seo;

/// <summary>Where a flaw of the website can be reported, from <c>Cms:SecurityContact</c>; null when the operator named none.</summary>
internal sealed record SecurityContact(Uri? Address)
{
    public const string Key = "Cms:SecurityContact";

    /// <exception cref="SettingException">The value is neither an e-mail address nor a mailto, https or tel address.</exception>
    public static SecurityContact Read(IConfiguration configuration)
    {
        var text = configuration[Key]?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return new SecurityContact((Uri?)null);
        }

        var address = text.Contains('@', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal) ? $"mailto:{text}" : text;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "mailto" or "https" or "tel" && !text.Any(char.IsWhiteSpace)
            ? new SecurityContact(uri)
            : throw new SettingException(Key, text, "give an e-mail address, or one that begins with mailto:, https: or tel:");
    }
}

/// <summary><c>/.well-known/security.txt</c> (RFC 9116), where a contact is configured.</summary>
internal static class SecurityContactEndpoints
{
    private const string Path = "/.well-known/security.txt";

    /// <summary>The standard wants less than a year.</summary>
    private static readonly TimeSpan _valid = TimeSpan.FromDays(180);

    public static void MapSecurityContact(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(Path, SeoFiles.Methods, WriteAsync).ExcludeFromDescription();

    private static Task WriteAsync(HttpContext context, SecurityContact contact, WebsiteSettings website, CultureSettings cultures, TimeProvider time, CancellationToken token)
    {
        if (contact.Address is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // To the day, so that the file changes once a day only.
        var expires = (time.GetUtcNow() + _valid).ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        SeoFiles.Begin(context.Response, "text/plain");
        return context.Response.WriteAsync(
            $"""
            Contact: {contact.Address.AbsoluteUri}
            Expires: {expires}
            Preferred-Languages: {string.Join(", ", cultures.Names)}
            Canonical: {new Uri(website.BaseUrl, Path).AbsoluteUri}

            """.ReplaceLineEndings("\n"),
            token);
    }
}
