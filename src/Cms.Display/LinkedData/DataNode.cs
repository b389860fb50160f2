using System.Text.Json.Nodes;
using Cms.Content.Fields;
using Cms.Core.Hosting;
using Cms.Display.Templates;

namespace Cms.Display.LinkedData;

/// <summary>A node of JSON-LD in the words of schema.org. What is not known is left out; addresses are absolute.</summary>
public sealed class DataNode
{
    private readonly DataCatalog _catalog;
    private readonly WebsiteSettings _website;
    private readonly int _depth;

    internal DataNode(string type, DataCatalog catalog, WebsiteSettings website, int depth)
    {
        (_catalog, _website, _depth) = (catalog, website, depth);
        Json["@type"] = type;
    }

    internal JsonObject Json { get; } = [];

    /// <summary>What the node is: a class of schema.org.</summary>
    public DataNode Type(string type)
    {
        Json["@type"] = type;
        return this;
    }

    public DataNode Text(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Json[name] = text;
        }

        return this;
    }

    public DataNode Texts(string name, IEnumerable<string> texts)
    {
        var known = texts.Where(text => text.Length > 0).Select(text => (JsonNode)text).ToArray();
        if (known.Length > 0)
        {
            Json[name] = new JsonArray(known);
        }

        return this;
    }

    public DataNode Number(string name, decimal? number)
    {
        if (number is { } value)
        {
            Json[name] = value;
        }

        return this;
    }

    /// <summary>First and last day as far as they are known, in ISO 8601: a month stays a month.</summary>
    public DataNode Period(string first, string last, PartialDateField dates) => Text(first, dates.Start).Text(last, dates.End);

    /// <summary>A path of this website or an address elsewhere; left out where a link may not lead.</summary>
    public DataNode Url(string name, string? address)
    {
        if (!string.IsNullOrWhiteSpace(address) && LinkField.IsAllowed(address) && Uri.TryCreate(_website.BaseUrl, address, out var url))
        {
            Json[name] = url.AbsoluteUri;
        }

        return this;
    }

    /// <summary>Adds to a text that is there: the braces of a template would not outlive an address.</summary>
    internal DataNode Append(string name, string text) => Json[name] is { } begun ? Text(name, (string?)begun + text) : this;

    public DataNode Address(string name, AddressField address) => address.IsEmpty
        ? this
        : Node(name, "PostalAddress", node => node
            .Text("streetAddress", address.Street).Text("postalCode", address.PostalCode).Text("addressLocality", address.Locality).Text("addressCountry", address.Country));

    public DataNode Position(string name, GeoPointField position) =>
        position.IsEmpty ? this : Node(name, "GeoCoordinates", node => node.Number("latitude", position.Latitude).Number("longitude", position.Longitude));

    public DataNode Node(string name, string type, Action<DataNode> describe)
    {
        Json[name] = Made(type, describe);
        return this;
    }

    public DataNode Nodes<T>(string name, string type, IEnumerable<T> values, Action<T, DataNode> describe)
    {
        var nodes = values.Select(value => (JsonNode)Made(type, node => describe(value, node))).ToArray();
        if (nodes.Length > 0)
        {
            Json[name] = new JsonArray(nodes);
        }

        return this;
    }

    /// <summary>Another item, described by its own module.</summary>
    public DataNode Item(string name, ItemDisplay? item)
    {
        if (item is not null && _depth <= DataCatalog.Deepest)
        {
            Json[name] = _catalog.Describe(item, _depth + 1);
        }

        return this;
    }

    public DataNode Items(string name, IEnumerable<ItemDisplay> items)
    {
        var nodes = items.TakeWhile(_ => _depth <= DataCatalog.Deepest).Select(item => (JsonNode)_catalog.Describe(item, _depth + 1)).ToArray();
        if (nodes.Length > 0)
        {
            Json[name] = new JsonArray(nodes);
        }

        return this;
    }

    private JsonObject Made(string type, Action<DataNode> describe)
    {
        var node = new DataNode(type, _catalog, _website, _depth);
        describe(node);
        return node.Json;
    }
}
