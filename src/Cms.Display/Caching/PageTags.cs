namespace Cms.Display.Caching;

/// <summary>What the page being made shows, one per request: the output cache drops the page when any of it changes.</summary>
public sealed class PageTags
{
    private readonly HashSet<string> _tags = [All];

    /// <summary>Tag of every page: dropped when settings, definitions or features change.</summary>
    public const string All = "all";

    public IReadOnlyCollection<string> Tags => _tags;

    public static string Set(string set) => "set:" + set;

    /// <summary>Tag of pages that list items of a type.</summary>
    public static string List(string contentType) => "list:" + contentType;

    /// <summary>Tag of pages that show what points to a set.</summary>
    public static string Pointing(string set) => "to:" + set;

    public void AddSets(IEnumerable<string> sets) => _tags.UnionWith(sets.Select(Set));

    public void AddList(string contentType) => _tags.Add(List(contentType));

    public void AddPointing(string set) => _tags.Add(Pointing(set));
}
