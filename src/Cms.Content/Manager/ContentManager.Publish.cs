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
        await DemandAsync(ContentPermissions.Publish, item, actor, token);
        return await WriteAsync(await PrepareAsync(item, actor, publish: true, "publish", comment, token), actor, token);
    }

    /// <summary>The item's values of fields that must be unique, checked against what is published now; the transaction checks them again.</summary>
    /// <exception cref="RuleException">Another published set of the same publisher has one of them.</exception>
    internal static async Task<IReadOnlyList<UniqueValue>> DemandUniqueAsync(ContentItem item, IContentSurroundings around, CancellationToken token)
    {
        var values = new List<UniqueValue>();
        foreach (var (part, field) in item.Type.Parts.SelectMany(p => p.Fields.Where(f => f.UniquePerPublisher).Select(f => (p, f))))
        {
            var value = (field.Field(item.Part(part)) as Fields.TextField)?.Text;
            if (!string.IsNullOrEmpty(value) && IndexedColumn.Of(part, field) is { } column)
            {
                var unique = new UniqueValue($"{part.Name}.{field.Name}", column, value, column.Natural ? ItemNormalizer.SortKey(value) : value, Publisher(item));
                values.Add(await around.IsTakenAsync(item, column, unique.Key, token) ? throw new RuleException([unique.Failure]) : unique);
            }
        }

        return values;
    }

    private async Task<WishedPath?> WishedPathAsync(ContentItem item, IContentSurroundings around, CancellationToken token)
    {
        if (item.Type.Part(nameof(AutoroutePart)) is null)
        {
            return null;
        }

        if (item.As<AutoroutePart>().Path is { Length: > 0 } chosen)
        {
            return new WishedPath(ContentPath.WithoutCulture(chosen, item.Culture), true, "");
        }

        if (ItemPath.OfPattern(item) is not { } wished)
        {
            return null;
        }

        // An address that still says what it said stays as it is, with the suffix it got.
        if (item.Path is { } now && (now == wished || (now.StartsWith(wished + "-", StringComparison.Ordinal) && await store.RouteAsync(item.Culture, wished, token) is { IsRedirect: false } other && other.SetId != item.LocalizationSet)) && await store.RouteAsync(item.Culture, now, token) is { IsRedirect: false } route && route.SetId == item.LocalizationSet)
        {
            return new WishedPath(now, true, "");
        }

        var publisher = Publisher(item) is { } set ? await around.TitleOfAsync(set, item.Culture, token) : "";
        return new WishedPath(wished, false, Slug.Of(publisher));
    }

    internal static string? Publisher(ContentItem item) => item.Has<PublicationPart>() ? item.As<PublicationPart>().Publisher.LocalizationSets.FirstOrDefault() : null;
}
