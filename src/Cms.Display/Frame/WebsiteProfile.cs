using Cms.Content.Store;
using Cms.Data;

namespace Cms.Display.Frame;

/// <summary>What the website is called, from its stored settings; read again when the change log moved.</summary>
public sealed class WebsiteProfile(SettingsStore settings, IChangeLog changes)
{
    private readonly ChangeLogCache<string, WebsiteIdentity> _identity = new(changes);

    public async Task<string> SiteNameAsync(CancellationToken token = default) =>
        (await _identity.GetAsync("", async () => await settings.FindAsync<WebsiteIdentity>("website", token) ?? new WebsiteIdentity(), token)).SiteName;

    private sealed class WebsiteIdentity
    {
        public string SiteName { get; init; } = "Cms";
    }
}
