using System.Collections.Frozen;
using System.Globalization;

namespace Cms.Display.SafeHtml;

/// <summary>What a rich text may hold, and how it is dressed. A change of the lists needs a new <see cref="Version"/>: what was kept is then made anew.</summary>
/// <param name="Culture">Language whose typography the text gets, or null to leave the text as typed.</param>
/// <param name="SiteHost">Host of the website: absolute links to it are not marked as leading outside.</param>
public sealed record HtmlRules(CultureInfo? Culture = null, string? SiteHost = null)
{
    /// <summary>Counts the changes of these rules; a part of the key under which rendered texts are kept.</summary>
    public const int Version = 1;

    /// <summary>Longest markup that is parsed, in characters.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>Deepest nesting of elements. Parsing costs the square of it, so it is checked before.</summary>
    public const int MaxDepth = 100;

    /// <summary>Most elements of one text. Misnested formatting makes parsers repeat elements without end.</summary>
    public const int MaxElements = 30_000;

    /// <summary>Elements that are kept.</summary>
    internal static readonly FrozenSet<string> Elements = Set(
        "a abbr b blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s "
        + "samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr");

    /// <summary>Elements that go with all they hold; any other loses only its tags.</summary>
    internal static readonly FrozenSet<string> Dropped = Set(
        "script style template svg math iframe object embed applet noscript noembed noframes frame frameset title textarea select option optgroup datalist button "
        + "input output meter progress fieldset legend xmp plaintext listing audio video source track canvas map area portal link meta base basefont bgsound "
        + "dialog head slot param keygen isindex image marquee blink fencedframe selectedcontent");

    internal static readonly FrozenSet<string> Void = Set("br col hr img wbr");

    /// <summary>Attributes of every element; their values are checked by <see cref="AttributeRules"/>.</summary>
    internal static readonly FrozenSet<string> GlobalAttributes = Set("lang dir title");

    internal static readonly FrozenDictionary<string, FrozenSet<string>> Attributes = new Dictionary<string, FrozenSet<string>>
    {
        ["a"] = Set("href hreflang"),
        ["img"] = Set("src alt width height"),
        ["td"] = Set("colspan rowspan"),
        ["th"] = Set("colspan rowspan scope abbr"),
        ["col"] = Set("span"),
        ["colgroup"] = Set("span"),
        ["ol"] = Set("start reversed"),
        ["li"] = Set("value"),
        ["time"] = Set("datetime"),
        ["blockquote"] = Set("cite"),
        ["q"] = Set("cite"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
