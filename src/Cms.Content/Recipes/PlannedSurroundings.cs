using System.Text.Json;
using System.Text.Json.Nodes;
using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Data;
using Dapper;

namespace Cms.Content.Recipes;

/// <summary>The content that an item of a recipe comes into: the rest of the recipe, and what is stored beside it.</summary>
internal sealed class PlannedSurroundings(IDatabase database, ContentStore store, StoredSurroundings stored, IReadOnlyCollection<PlannedItem> items) : IContentSurroundings
{
    private readonly ILookup<string, PlannedItem> _sets = items.ToLookup(i => i.Set);
    private readonly Dictionary<(string Column, string Type, string? Publisher, string Value), string> _values = [];
    private readonly Dictionary<(string, string), string> _titles = [];
    private HashSet<string>? _columns;

    public async Task<bool> IsTakenAsync(ContentItem item, IndexedColumn column, string key, CancellationToken token)
    {
        var place = (column.Name, item.ContentType, ContentManager.Publisher(item), key);
        if (!_values.TryAdd(place, item.LocalizationSet))
        {
            return _values[place] != item.LocalizationSet;
        }

        if (!await ExistsAsync(column, token))
        {
            return false;
        }

        // Sets of the recipe speak for themselves: what they say now may not be what is stored.
        var others = (await store.SetsWithValueAsync(item.ContentType, column, key, token)).Where(set => set != item.LocalizationSet && !_sets.Contains(set));
        return await stored.IsTakenAsync(item, others, token);
    }

    public async Task<string> TitleOfAsync(string set, string culture, CancellationToken token)
    {
        if (!_titles.TryGetValue((set, culture), out var title))
        {
            var planned = _sets[set].OrderByDescending(i => i.Culture == culture).FirstOrDefault();
            _titles[(set, culture)] = title = planned is null ? await stored.TitleOfAsync(set, culture, token) : Title(planned);
        }

        return title;
    }

    private static string Title(PlannedItem item)
    {
        var part = item.Incoming.Parts.FirstOrDefault(p => string.Equals(p.Key, nameof(TitlePart), StringComparison.OrdinalIgnoreCase)).Value;
        return part is not null && JsonNode.Parse(part, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) is JsonObject json && json[nameof(TitlePart.Title)] is JsonValue title && title.GetValueKind() == JsonValueKind.String
            ? title.ToString()
            : item.Incoming.DisplayText;
    }

    /// <summary>The column of a field that the run brings is not there yet, and so no value in it.</summary>
    private async Task<bool> ExistsAsync(IndexedColumn column, CancellationToken token)
    {
        _columns ??= await database.ReadAsync(
            async c => (await c.QueryAsync<string>(database.Dialect.ColumnNames, new { table = "content_set" }))
                .Concat(await c.QueryAsync<string>(database.Dialect.ColumnNames, new { table = "content_live" })).ToHashSet(),
            token);
        return _columns.Contains(column.Name);
    }
}
