using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;

namespace Cms.Content.Manager;

public sealed partial class ContentManager
{
    /// <summary>
    /// Stores the item and makes it what visitors see. The shared fields of its set are published with it, for every language;
    /// <see cref="ContentWritten.PublishedShared"/> tells when that changed what other languages show.
    /// </summary>
    /// <inheritdoc cref="SaveDraftAsync" path="/exception"/>
    public async Task<ContentWritten> PublishAsync(ContentItem item, Actor actor, string comment = "", CancellationToken token = default)
    {
        actor.Demand(ContentPermissions.PublishContent);
        return await WriteAsync(await PrepareAsync(item, actor, publish: true, "publish", comment, token), token);
    }

    private async Task DemandUniqueAsync(ContentItem item, CancellationToken token)
    {
        foreach (var (part, field) in item.Type.Parts.SelectMany(p => p.Fields.Where(f => f.UniquePerPublisher).Select(f => (p, f))))
        {
            var value = (field.Field(item.Part(part)) as Fields.TextField)?.Text;
            if (!string.IsNullOrEmpty(value) && IndexedColumn.Of(part, field) is { } column && await OtherWithAsync(item, column, value, token))
            {
                throw new RuleException([new Failure("field.not-unique", $"{part.Name}.{field.Name}", value)]);
            }
        }
    }

    private async Task<bool> OtherWithAsync(ContentItem item, IndexedColumn column, string text, CancellationToken token)
    {
        var publisher = Publisher(item);
        var same = await store.SetsWithValueAsync(item.ContentType, column, column.Natural ? ItemNormalizer.SortKey(text) : text, token);
        foreach (var set in same.Where(set => set != item.LocalizationSet))
        {
            var others = await store.LanguagesAsync(set, ContentVersion.Published, token);
            if (others.Any(other => Publisher(other) == publisher))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<WishedPath?> WishedPathAsync(ContentItem item, CancellationToken token)
    {
        if (item.Type.Part(nameof(AutoroutePart)) is null)
        {
            return null;
        }

        if (item.As<AutoroutePart>().Path is { Length: > 0 } chosen)
        {
            return new WishedPath(ContentPath.WithoutCulture(chosen, item.Culture), true, "");
        }

        if (!item.Type.Paths.TryGetValue(item.Culture, out var pattern))
        {
            return null;
        }

        var slug = Slug.Of(ItemTitle.SlugSource(item));
        var wished = pattern.Replace("{slug}", slug.Length > 0 ? slug : item.LocalizationSet, StringComparison.Ordinal);

        // An address that still says what it said stays as it is, with the suffix it got.
        if (item.Path is { } now && (now == wished || (now.StartsWith(wished + "-", StringComparison.Ordinal) && await store.RouteAsync(item.Culture, wished, token) is { IsRedirect: false } other && other.SetId != item.LocalizationSet)) && await store.RouteAsync(item.Culture, now, token) is { IsRedirect: false } route && route.SetId == item.LocalizationSet)
        {
            return new WishedPath(now, true, "");
        }

        return new WishedPath(wished, false, await PublisherSlugAsync(item, token));
    }

    private async Task<string> PublisherSlugAsync(ContentItem item, CancellationToken token)
    {
        var found = Publisher(item) is { } set ? await store.PreferredAsync([set], [item.Culture, cultures.Default], ContentVersion.Latest, token) : null;
        return found?.Values.FirstOrDefault() is { } publisher ? Slug.Of(publisher.DisplayText) : "";
    }

    private static string? Publisher(ContentItem item) => item.Has<PublicationPart>() ? item.As<PublicationPart>().Publisher.LocalizationSets.FirstOrDefault() : null;
}
