using System.Text.Json.Nodes;
using Cms.Content.Types;
using Cms.Core.Hosting;
using Cms.Display.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Cms.Display.LinkedData;

/// <summary>What the items of a type are in the words of schema.org; a module registers one for each of its types that has such words.</summary>
public sealed record DataDescription(string Type, Action<ItemDisplay, DataNode> Describe);

/// <summary>Describes items for machines (JSON-LD, schema.org), each in the way of its module. A type that says nothing is a thing with a name.</summary>
public sealed class DataCatalog(IEnumerable<DataDescription> descriptions, WebsiteSettings website)
{
    /// <summary>A place within an event is described, its organisation only named.</summary>
    internal const int Deepest = 1;

    private readonly Dictionary<string, DataDescription> _descriptions = descriptions.ToDictionary(description => description.Type);

    /// <summary>True when the type's module says what its items are.</summary>
    public bool Knows(ContentTypeDefinition type) => _descriptions.ContainsKey(type.Name);

    /// <summary>The node of an item, with what it points to one step far.</summary>
    public JsonObject Describe(ItemDisplay item) => Describe(item, 0);

    /// <summary>A node that is no item's.</summary>
    public JsonObject Node(string type, Action<DataNode> describe)
    {
        var node = new DataNode(type, this, website, 0);
        describe(node);
        return node.Json;
    }

    internal JsonObject Describe(ItemDisplay item, int depth)
    {
        var node = new DataNode("Thing", this, website, depth).Text("name", item.Title).Text("description", depth == 0 ? item.Summary : null).Url("url", item.Url);
        if (_descriptions.TryGetValue(item.Item.ContentType, out var description))
        {
            description.Describe(item, node);
        }

        return depth > Deepest ? Named(node.Json) : node.Json;
    }

    private static JsonObject Named(JsonObject node) =>
        new(node.Where(member => member.Key is "@type" or "name" or "url").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}

public static class DataCatalogExtensions
{
    /// <summary>Says what the items of a type are in the words of schema.org, from their part; name, summary and address are there already.</summary>
    public static IServiceCollection AddLinkedData<TPart>(this IServiceCollection services, Action<ItemDisplay<TPart>, DataNode> describe)
        where TPart : ContentPart, new() =>
        services.AddSingleton(new DataDescription(typeof(TPart).Name, (item, node) => describe((ItemDisplay<TPart>)item, node)));
}
