using System.Globalization;
using Cms.Display.SafeHtml;

namespace Cms.Display.Frame;

/// <summary>All that the layout shows around a page. Complete before a view runs: views load nothing.</summary>
public sealed record PageFrame
{
    public required string Title { get; init; }

    /// <summary>Language of the page, as in its address.</summary>
    public required string Culture { get; init; }

    /// <summary>Formats of that language.</summary>
    public required CultureInfo Formats { get; init; }

    public required string SiteName { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Absolute address of the page itself, or of the original for a page shown instead of a missing translation; null for pages without one (404).</summary>
    public string? Canonical { get; init; }

    /// <summary>Absolute addresses of the page in every language it exists in, by language; the page's own is among them.</summary>
    public IReadOnlyList<PageLanguage> Languages { get; init; } = [];

    /// <summary>Absolute address for readers of any other language.</summary>
    public string? DefaultLanguageUrl { get; init; }

    /// <summary>Where the language switch leads, also for pages that have no translation.</summary>
    public IReadOnlyList<PageLanguage> Switch { get; init; } = [];

    /// <summary>From the home page to this page's parent.</summary>
    public IReadOnlyList<PageLink> Breadcrumb { get; init; } = [];

    /// <summary>What the page says to machines (JSON-LD); empty for a page without a canonical address.</summary>
    public SafeMarkup Data { get; init; } = SafeMarkup.Empty;

    /// <summary>Files that go with the page: feeds, calendars, data.</summary>
    public IReadOnlyList<PageFile> Files { get; init; } = [];

    /// <summary>The picture of what the page is about, at its absolute address; null where it has none.</summary>
    public PagePicture? Picture { get; init; }

    /// <summary>True for the page of one item, other than the home page.</summary>
    public bool IsArticle { get; init; }

    /// <summary>True for pages that search engines leave out.</summary>
    public bool NoIndex { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<PageLink>> Menus { get; init; } = new Dictionary<string, IReadOnlyList<PageLink>>();

    /// <summary>Path of this page, to mark it in menus.</summary>
    public string Path { get; init; } = "";

    public string HomeUrl => "/" + Culture;

    /// <summary>Address of the search page; empty where there is none.</summary>
    public string SearchUrl { get; init; } = "";

    public bool IsHome => Path == HomeUrl;

    /// <summary>Value of aria-current for a menu link: <c>page</c> on the page itself, <c>true</c> inside its section, null elsewhere.</summary>
    public string? Current(PageLink link) =>
        link.Url == Path ? "page" : link.Url != HomeUrl && Path.StartsWith(link.Url + "/", StringComparison.Ordinal) ? "true" : null;

    public IReadOnlyList<PageLink> Menu(string code) => Menus.TryGetValue(code, out var links) ? links : [];
}

/// <summary>A page in another language.</summary>
/// <param name="Name">The language's name in itself: Français, English.</param>
public sealed record PageLanguage(string Culture, string Name, string Url);

/// <summary>A link of a menu or a breadcrumb.</summary>
/// <param name="Language">Language of what it leads to, when it is not the page's own.</param>
public sealed record PageLink(string Text, string Url, string? Language = null);

/// <summary>A picture that others show with a link to the page.</summary>
/// <param name="Text">What it shows; empty for a decorative one.</param>
public sealed record PagePicture(string Url, string Text);

/// <summary>A file that goes with a page.</summary>
/// <param name="Text">What it is for, in the reader's language.</param>
/// <param name="MediaType">Such as <c>application/atom+xml</c>.</param>
/// <param name="IsData">Open data under the licence, rather than something to follow.</param>
public sealed record PageFile(string Text, string Url, string MediaType, bool IsData);
