using System.Net;
using Cms.Core.Localization;

namespace Cms.Core.Hosting;

/// <summary>Settings of the installation, read and checked once when the program starts; the same in every shell.</summary>
public sealed class WebsiteSettings
{
    /// <summary>Absolute path of the folder that holds database, media, keys and search index; it exists.</summary>
    public required string DataPath { get; init; }

    /// <summary>Scheme, host and port that every absolute address is made from, never the request's; its path is <c>/</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Host names that are answered, without port; all others get 400.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    /// <summary>Addresses whose forwarded headers are believed; usually none or one reverse proxy.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>The zone in which the website's dates and opening hours are meant.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    public required CultureSettings Cultures { get; init; }

    /// <summary>Decides over Secure cookies with the <c>__Host-</c> prefix and over HSTS.</summary>
    public bool IsHttps => BaseUrl.Scheme == Uri.UriSchemeHttps;
}
