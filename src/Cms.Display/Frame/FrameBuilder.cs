using Cms.Content.Parts;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Display.LinkedData;
using Cms.Display.Routing;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.Display.Frame;

/// <summary>Makes the frame of a page: menus, language switch, canonical address.</summary>
public sealed class FrameBuilder(
    WebsiteSettings settings,
    CultureSettings cultures,
    WebsiteProfile profile,
    LocalizedPages pages,
    IEnumerable<IMenuSource> menus,
    PageData data,
    IStringLocalizer<FrameBuilder> localizer)
{
    /// <param name="request">What only the page knows.</param>
    public async Task<PageFrame> BuildAsync(FrameRequest request, CancellationToken token = default)
    {
        var found = new Dictionary<string, IReadOnlyList<PageLink>>();
        foreach (var source in menus)
        {
            foreach (var (code, links) in await source.MenusAsync(request.Culture, token))
            {
                found[code] = links;
            }
        }

        var languages = cultures.Names.Where(request.Addresses.ContainsKey).Select(c => Language(c, Absolute(request.Addresses[c]))).ToList();
        var siteName = await profile.SiteNameAsync(token);
        var frame = new PageFrame
        {
            Title = request.Title,
            Culture = request.Culture,
            Formats = cultures.Format(request.Culture),
            SiteName = siteName,
            Description = request.Description.Length > 0 ? request.Description : $"{request.Title} – {siteName}",
            Canonical = request.Canonical is null ? null : Absolute(request.Canonical),
            Languages = languages,
            DefaultLanguageUrl = languages.Find(l => l.Culture == cultures.Default)?.Url ?? languages.FirstOrDefault()?.Url,
            Switch = [.. cultures.Names.Where(c => c != request.Culture).Select(c => Language(c, request.Addresses.GetValueOrDefault(c) ?? request.SwitchTo.GetValueOrDefault(c) ?? "/" + c))],
            Breadcrumb = request.Path == "/" + request.Culture ? [] : [new PageLink(localizer["Home"], "/" + request.Culture), .. request.Breadcrumb],
            NoIndex = request.NoIndex,
            Menus = found,
            Path = request.Path,
            SearchUrl = pages.Url("/Search", request.Culture) ?? "",
            Files = request.Files,
            Picture = Picture(request.About),
            IsArticle = request.About is not null && request.Path != "/" + request.Culture,
        };
        return frame with { Data = data.Of(frame, request) };
    }

    private PageLanguage Language(string culture, string url)
    {
        var name = cultures.Format(culture).Parent.NativeName;
        return new PageLanguage(culture, char.ToUpper(name[0], cultures.Format(culture)) + name[1..], url);
    }

    private PagePicture? Picture(ItemDisplay? about) =>
        about is not null && about.Item.Has<PublicationPart>() && MediaDisplay.Of(about.Publication.Picture).FirstOrDefault(file => file.IsPicture) is { } file
            ? new PagePicture(Absolute(file.Url), file.Text)
            : null;

    private string Absolute(string path) => new Uri(settings.BaseUrl, path).AbsoluteUri;
}

/// <summary>What only a page knows of its frame.</summary>
public sealed record FrameRequest(string Culture, string Title, string Path)
{
    public string Description { get; init; } = "";

    /// <summary>Path of the page or of its original; null for a page without a canonical address.</summary>
    public string? Canonical { get; init; }

    /// <summary>Paths of the page in the languages it exists in, its own among them.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the language switch leads for languages without an address of their own; the home page where that is not said either.</summary>
    public IReadOnlyDictionary<string, string> SwitchTo { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PageLink> Breadcrumb { get; init; } = [];

    public bool NoIndex { get; init; }

    /// <summary>The item that the page is about.</summary>
    public ItemDisplay? About { get; init; }

    /// <summary>True for the page of a list.</summary>
    public bool IsList { get; init; }

    public IReadOnlyList<PageFile> Files { get; init; } = [];
}
