using Cms.Content.Store;
using Cms.Core.Localization;
using Cms.Display.Frame;
using Cms.Display.Pages;
using Cms.Display.Routing;
using Cms.Display.SafeHtml;
using Cms.Search.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cms.SearchPages.Pages;

/// <summary>One result as the page shows it.</summary>
public sealed record SearchHit(string Title, string Url, string TypeName, SafeMarkup Snippet);

/// <summary>The search page: all of its state stands in the address.</summary>
public sealed class SearchModel(WebsiteSearch search, FacetLabels labels, FrameBuilder frames, LocalizedPages pages, CultureSettings cultures, IStringLocalizer<SearchModel> texts) : PageModel, IPage
{
    public const int MaxQuery = 200;
    private const string PageName = "/Search";
    private const int PerPage = 20;

    public PageFrame Frame { get; private set; } = null!;

    public string Query { get; private set; } = "";

    public bool IsAsked => Query.Length > 0;

    public string CountText { get; private set; } = "";

    /// <summary>The query with misspelt words put right, and where it leads.</summary>
    public PageLink? Suggestion { get; private set; }

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public IReadOnlyList<Facet> Facets { get; private set; } = [];

    public IEnumerable<FacetValue> Chosen => Facets.SelectMany(facet => facet.Values).Where(value => value.IsChosen);

    public Pager Pager { get; private set; } = new(1, 1, 0, false, _ => "");

    public int FirstNumber => ((Pager.Page - 1) * PerPage) + 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken token)
    {
        if (SearchState.Read(Request.Query, MaxQuery) is not { } state)
        {
            return BadRequest();
        }

        var culture = RequestCultures.OfRequest(Request, cultures);
        Query = state.Query;
        if (IsAsked && !await FindAsync(state, culture, token))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-cache";
        Frame = await FrameAsync(state, culture, token);
        return Page();
    }

    /// <returns>False for a page beyond the last.</returns>
    private async Task<bool> FindAsync(SearchState state, string culture, CancellationToken token)
    {
        var found = await search.FindAsync(
            new SearchRequest { Query = state.Query, Culture = culture, Type = state.Type, Theme = state.Theme, Publisher = state.Publisher, Page = state.Page, PageSize = PerPage },
            token);
        var result = found.Result;
        if (result.Items.Count == 0 && state.Page > 1)
        {
            return false;
        }

        var path = pages.Url(PageName, culture)!;
        var rules = new HtmlRules(cultures.Format(culture));
        Hits = [.. result.Items.Select(item => new SearchHit(item.Title, item.Url, labels.Type(item.ContentType), SafeMarkup.From(item.Snippet, rules)))];
        Suggestion = result.Suggestion is { } better ? new PageLink(better, path + SearchState.Asking(better)) : null;
        CountText = result.TotalIsLowerBound
            ? texts["More than {0:N0} results for “{1}”", result.Total, state.Query]
            : texts.Plural(result.Total, "1 result for “{1}”", "{0:N0} results for “{1}”", state.Query);
        Facets = FacetsOf(state, found.Facets, path);
        var last = Math.Clamp((result.Total + PerPage - 1) / PerPage, 1, ContentQuery.MaxPage);
        Pager = new Pager(state.Page, last, result.Total, result.TotalIsLowerBound, number => path + state.OnPage(number));
        return true;
    }

    private List<Facet> FacetsOf(SearchState state, LabelledFacets facets, string path)
    {
        Facet[] all =
        [
            Of(SearchState.TypeKey, texts["Type"], facets.Type, state.Type),
            Of(SearchState.ThemeKey, texts["Theme"], facets.Theme, state.Theme),
            Of(SearchState.PublisherKey, texts["Published by"], facets.Publisher, state.Publisher),
        ];
        return [.. all.Where(facet => facet.Values.Count > 0)];

        Facet Of(string key, string title, IReadOnlyList<LabelledCount> values, string? chosen) =>
            new(key, title, [.. values.Select(value => new FacetValue(value.Label, value.Count, path + state.With(key, value.Value == chosen ? null : value.Value), value.Value == chosen))]);
    }

    private async Task<PageFrame> FrameAsync(SearchState state, string culture, CancellationToken token)
    {
        var addresses = pages.Urls(PageName).ToDictionary(page => page.Key, page => page.Value + state.OnPage(state.Page));
        return await frames.BuildAsync(
            new FrameRequest(culture, IsAsked ? texts["{0}, search", Query] : texts["Search"], pages.Url(PageName, culture)!)
            {
                Canonical = addresses[culture],
                Addresses = addresses,
                NoIndex = true,
            },
            token);
    }
}
