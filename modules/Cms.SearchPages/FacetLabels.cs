using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Content.Types;
using Cms.Core.Localization;
using Cms.Data;
using Cms.Display.Frame;
using Cms.Display.Templates;
using Microsoft.Extensions.Localization;

namespace Cms.SearchPages;

/// <summary>What facet values are called in a reader's language.</summary>
public sealed class FacetLabels(ContentDefinitions definitions, TermCatalog terms, ContentLists lists, CultureSettings cultures, IChangeLog changes, IStringLocalizer<ContentTypeDefinition> names)
{
    private const int MostPages = 10;
    private readonly ChangeLogCache<string, IReadOnlyDictionary<string, string>> _publishers = new(changes);

    /// <summary>The type's name in the language of the current call.</summary>
    public string Type(string name) => names[definitions.TypeOf(name).DisplayName];

    /// <summary>Names of themes by code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ThemesAsync(string culture, CancellationToken token) =>
        (await terms.AllAsync(culture, token)).Values.GroupBy(term => term.Code).ToDictionary(group => group.Key, group => group.First().Name);

    /// <summary>Names of publishers by code.</summary>
    public Task<IReadOnlyDictionary<string, string>> PublishersAsync(string culture, CancellationToken token) =>
        _publishers.GetAsync(culture, () => ReadPublishersAsync(culture, token), token);

    private async Task<IReadOnlyDictionary<string, string>> ReadPublishersAsync(string culture, CancellationToken token)
    {
        var publishers = new Dictionary<string, string>();
        var type = definitions.Part(nameof(PublicationPart))?.Find(nameof(PublicationPart.Publisher))?.ContentType;
        if (string.IsNullOrEmpty(type))
        {
            return publishers;
        }

        // The reader's language last, so that its names win.
        foreach (var language in cultures.Names.Where(name => name != culture).Append(culture))
        {
            await foreach (var item in AllAsync(type, language, token))
            {
                publishers[SearchDocuments.CodeOf(item)] = item.DisplayText;
            }
        }

        return publishers;
    }

    private async IAsyncEnumerable<ContentItem> AllAsync(string type, string culture, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await lists.PageAsync(new ContentQuery { Type = type, Culture = culture, Page = number, PageSize = 100 }, token);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (page.Items.Count < page.PageSize)
            {
                yield break;
            }
        }
    }
}
