using System.Globalization;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Errors;
using Cms.Core.Hosting;
using Cms.Core.Localization;
using Cms.Core.Security;
using Microsoft.Extensions.Localization;

namespace Cms.ContentAdmin;

/// <summary>An item in a list of the administration.</summary>
public sealed record ContentRow(string Id, string Title, string Type, string Culture, string? Url, ContentState State, string Modified, string ModifiedUtc, string Author, int Revision)
{
    /// <summary>What the reader may do to it.</summary>
    public bool CanEdit { get; init; }

    public bool CanPublish { get; init; }

    public bool CanDelete { get; init; }

    /// <summary>Names the item and the revision that a decision on it is based on.</summary>
    public string Choice => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Revision}");
}

/// <summary>What the administration lists, in the reader's words and formats.</summary>
public sealed class AdminQueries(ContentLists lists, ContentTitles titles, ContentStore store, ContentDefinitions definitions, CultureSettings cultures, WebsiteSettings website, IStringLocalizer<Startup> localizer)
{
    /// <summary>Sets that a search by title gives at most.</summary>
    private const int MostFound = 1_000;

    /// <summary>Types that lists can be filtered by, in the order of their translated names.</summary>
    public IReadOnlyList<(string Name, string Text)> Types() =>
        [.. definitions.Types.Where(t => t.Listable).Select(t => (t.Name, localizer[t.DisplayName].Value)).OrderBy(t => t.Item2, StringComparer.CurrentCulture)];

    /// <summary>A page of the newest versions, and how many there are.</summary>
    /// <param name="title">Part of a title in any language, compared without accents and case: what is found is shown in every language. Empty for all.</param>
    /// <exception cref="CmsException">400: there is no such type.</exception>
    public async Task<(IReadOnlyList<ContentRow> Rows, ContentPage Page)> PageAsync(ContentQuery query, Actor actor, CancellationToken token, string title = "")
    {
        if (query.Type is { } type && !definitions.TryType(type, out _))
        {
            throw new CmsException("content.unknown-type", 400, type);
        }

        var found = title.Length == 0 ? null : await titles.FindAsync(query.Type ?? "", title, cultures.Names, MostFound, token: token);
        var filters = query.Filters.Concat(found is null ? [] : [new SetFilter([.. found.Titles.Select(one => one.SetId)])]).Concat(Reach(actor));
        var page = await lists.PageAsync(query with { Version = ContentVersion.Latest, Filters = [.. filters] }, token);
        page = page with { TotalIsLowerBound = page.TotalIsLowerBound || found is { More: true } };
        var rows = new List<ContentRow>();
        foreach (var item in page.Items)
        {
            rows.Add(await RowAsync(item, actor, token));
        }

        return (rows, page);
    }

    /// <summary>Number of items of each listable type, with whether there are more.</summary>
    public async Task<IReadOnlyList<(string Name, string Text, int Count, bool More)>> CountsAsync(Actor actor, CancellationToken token)
    {
        var counts = new List<(string, string, int, bool)>();
        foreach (var (name, text) in Types())
        {
            var page = await lists.PageAsync(new ContentQuery { Type = name, Version = ContentVersion.Latest, Filters = [.. Reach(actor)], PageSize = 1 }, token);
            counts.Add((name, text, page.Total, page.TotalIsLowerBound));
        }

        return counts;
    }

    public async Task<ContentRow> RowAsync(ContentItem item, Actor actor, CancellationToken token) => new(
        item.ContentItemId,
        item.DisplayText,
        TypeName(item.ContentType),
        item.Culture,
        item.Url,
        await StateAsync(item, token),
        Moment(item.ModifiedUtc),
        item.ModifiedUtc is { } modified ? Utc.Text(modified) : "",
        item.Author,
        item.Revision)
    {
        CanEdit = actor.May(ContentPermissions.Edit, item),
        CanPublish = actor.May(ContentPermissions.Publish, item),
        CanDelete = actor.May(ContentPermissions.Delete, item),
    };

    /// <summary>Condition that the actor may see the drafts of what is listed.</summary>
    private IEnumerable<ContentFilter> Reach(Actor actor) => actor.Reach(ContentPermissions.Preview, [.. definitions.Types.Select(type => type.Name)]) is { } filter ? [filter] : [];

    public string TypeName(string type) => localizer[definitions.TypeOf(type).DisplayName];

    /// <summary>A moment in the website's time zone and the reader's format.</summary>
    public string Moment(DateTimeOffset? moment) => moment is { } value ? TimeZoneInfo.ConvertTime(value, website.TimeZone).ToString("g", CultureInfo.CurrentCulture) : "";

    /// <summary>Only a draft costs a further look: most items of a website are published.</summary>
    private async Task<ContentState> StateAsync(ContentItem item, CancellationToken token) =>
        item.Published ? ContentState.Published
        : await store.FindByIdAsync(item.ContentItemId, ContentVersion.Published, token) is null ? ContentState.Draft
        : ContentState.Changed;
}
