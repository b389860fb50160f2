using System.Globalization;
using System.Net;
using System.Security;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;

namespace Cms.Web.Settings;

/// <summary>Reads <see cref="WebsiteSettings"/> and says which value is wrong and how to mend it.</summary>
internal sealed class SettingsReader(IConfiguration configuration, string contentRoot)
{
    private const string DefaultUrls = "http://localhost:5080";

    /// <exception cref="SettingException">A value can not be used.</exception>
    public WebsiteSettings Read()
    {
        var baseUrl = BaseUrl();
        return new WebsiteSettings
        {
            DataPath = DataPath(),
            BaseUrl = baseUrl,
            AllowedHosts = AllowedHosts(baseUrl),
            TrustedProxies = [.. List("Cms:TrustedProxies").Select(Proxy)],
            TimeZone = TimeZone(),
            Cultures = Cultures(),
        };
    }

    /// <summary>Addresses to listen on, as the server reads them.</summary>
    public IReadOnlyList<string> Urls()
    {
        var urls = (Text("urls") ?? DefaultUrls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
        {
            _ = Binding(url);
        }

        return urls;
    }

    private Uri BaseUrl()
    {
        const string Key = "Cms:BaseUrl";
        const string Mend = "give scheme, host and port only, like https://www.example.org";
        var text = Text(Key) ?? FirstUrl();
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
        {
            throw new SettingException(Key, text, Mend);
        }

        if (url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            throw new SettingException(Key, text, Mend);
        }

        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback
            ? url
            : throw new SettingException(Key, text, "plain http works on the machine itself only; use https");
    }

    private string FirstUrl()
    {
        var address = Binding(Urls()[0]);
        var anywhere = address.Host is "*" or "+" or "0.0.0.0" or "[::]";
        return $"{address.Scheme}://{(anywhere ? "localhost" : address.Host)}:{address.Port.ToString(CultureInfo.InvariantCulture)}";
    }

    private static BindingAddress Binding(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new SettingException("Urls", url, $"give addresses like {DefaultUrls}, separated by semicolons");
        }
    }

    private string DataPath()
    {
        const string Key = "Cms:DataPath";
        var text = Text(Key) ?? "App_Data";
        try
        {
            var path = Path.GetFullPath(text, contentRoot);
            Directory.CreateDirectory(path);
            // Only reading is tried: with a full disk the public website still serves.
            _ = Directory.EnumerateFileSystemEntries(path).Any();
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            throw new SettingException(Key, text, $"give a folder that this account may read and write ({OneLine(e.Message)})");
        }
    }

    private string[] AllowedHosts(Uri baseUrl) =>
        Text("AllowedHosts")?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } hosts
            ? hosts
            : [.. new[] { baseUrl.IdnHost, "localhost", "127.0.0.1" }.Distinct(StringComparer.OrdinalIgnoreCase)];

    private static System.Net.IPNetwork Proxy(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException("Cms:TrustedProxies", text, "give addresses or networks like 10.0.0.5 or 10.0.0.0/24, separated by commas");

    private TimeZoneInfo TimeZone()
    {
        const string Key = "Cms:TimeZone";
        var id = Text(Key) ?? "Europe/Paris";
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new SettingException(Key, id, "give a zone of the tz database, like Europe/Paris");
    }

    private CultureSettings Cultures()
    {
        const string Key = "Cms:Cultures";
        var names = List(Key);
        try
        {
            return new CultureSettings(names.Count > 0 ? names : ["fr", "en"]);
        }
        catch (Exception e) when (e is CultureNotFoundException or ArgumentException)
        {
            throw new SettingException(Key, string.Join(", ", names), "give language codes, each once, like fr, en");
        }
    }

    /// <summary>A list is written in one value, with commas, or as numbered values of a settings file.</summary>
    private List<string> List(string key) => [.. configuration.GetSection(key).GetChildren().Select(c => c.Value).Prepend(configuration[key])
        .SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private string? Text(string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
