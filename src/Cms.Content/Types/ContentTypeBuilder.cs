using Cms.Content.Parts;

namespace Cms.Content.Types;

/// <summary>Describes a content type in a module's <c>Startup</c>.</summary>
public sealed class ContentTypeBuilder
{
    private readonly Type _part;
    private readonly List<Type> _parts = [];
    private readonly Dictionary<string, string> _paths = [];
    private readonly Dictionary<string, string> _lists = [];
    private ContentTypeDefinition _definition;

    internal ContentTypeBuilder(Type part)
    {
        _part = part;
        _definition = new ContentTypeDefinition { Name = part.Name, DisplayName = TypeReader.Words(part.Name), Module = part.Assembly.GetName().Name! };
    }

    internal List<Type> RuleTypes { get; } = [];

    /// <summary>English names, msgids of their translations.</summary>
    public ContentTypeBuilder Named(string one, string several)
    {
        _definition = _definition with { DisplayName = one, PluralName = several };
        return this;
    }

    public ContentTypeBuilder With<TPart>()
        where TPart : ContentPart
    {
        _parts.Add(typeof(TPart));
        return this;
    }

    /// <summary>Gives the type pages: the address pattern of one language, <c>programmes/{slug}</c>. Adds title, address and publication parts.</summary>
    public ContentTypeBuilder Path(string culture, string pattern)
    {
        _paths[culture] = pattern.EndsWith("{slug}", StringComparison.Ordinal) ? pattern : throw new ArgumentException("A pattern ends in {slug}.", nameof(pattern));
        return this;
    }

    /// <summary>Gives the type a list page at an address of one language.</summary>
    public ContentTypeBuilder List(string culture, string path)
    {
        _lists[culture] = path;
        return this;
    }

    /// <summary>Makes the slug from a field of the type's own part instead of the title.</summary>
    public ContentTypeBuilder SlugFrom(string field)
    {
        _definition = _definition with { SlugField = $"{_part.Name}.{field}" };
        return this;
    }

    /// <summary>Orders lists by an indexed field of the type's own part instead of newest first.</summary>
    public ContentTypeBuilder OrderBy(string field)
    {
        _definition = _definition with { ListOrder = $"{_part.Name}.{field}" };
        return this;
    }

    /// <summary>Orders lists by an indexed field of the type's own part, the newest date first.</summary>
    public ContentTypeBuilder NewestFirst(string field)
    {
        _definition = _definition with { ListOrder = $"{_part.Name}.{field}", ListDescending = true };
        return this;
    }

    /// <summary>Narrows lists by a field of the type's own part: the terms of a taxonomy field, the years of an indexed date, its months under the key <c>month</c>.</summary>
    /// <param name="key">Query key; its words are the msgid of the title.</param>
    public ContentTypeBuilder Facet(string key, string field)
    {
        _definition = _definition with { Facets = [.. _definition.Facets, new FacetDefinition(key, $"{_part.Name}.{field}")] };
        return this;
    }

    public ContentTypeBuilder Rules<TRules>()
        where TRules : Manager.ContentRules
    {
        RuleTypes.Add(typeof(TRules));
        return this;
    }

    internal ContentTypeDefinition Build()
    {
        IEnumerable<Type> routed = _paths.Count > 0 ? [typeof(TitlePart), typeof(AutoroutePart), typeof(PublicationPart)] : [];
        return _definition with
        {
            Parts = [.. routed.Concat(_parts).Append(_part).Distinct().Select(TypeReader.Part)],
            Paths = _paths,
            ListPaths = _lists,
        };
    }
}
