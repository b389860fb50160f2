using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Content.Fields;

/// <summary>Other things of the website, each by its localization set, shown in the reader's language (Orchard Core: LocalizationSetContentPickerField).</summary>
public sealed class ContentPickerField : ContentField
{
    public List<string> LocalizationSets { get; set; } = [];

    public override bool IsEmpty => LocalizationSets.Count == 0;

    public override IEnumerable<Reference> References() => Given(Reference.Set, LocalizationSets);
}

/// <summary>Terms of one taxonomy.</summary>
public sealed class TaxonomyField : ContentField
{
    /// <summary>Localization set of the taxonomy.</summary>
    public string TaxonomyContentItemId { get; set; } = "";

    public List<string> TermContentItemIds { get; set; } = [];

    public override bool IsEmpty => TermContentItemIds.Count == 0;

    public override IEnumerable<Reference> References() =>
        Given(Reference.Term, TermContentItemIds).Concat(Given(Reference.Set, [TaxonomyContentItemId]));
}

/// <summary>Files of the media library. An alternative text is per language and so lives in a field of its own beside it.</summary>
public sealed class MediaField : ContentField
{
    public List<string> Paths { get; set; } = [];

    /// <summary>Alternative texts, in the order of <see cref="Paths"/>; an empty one marks a decorative picture.</summary>
    public List<string> MediaTexts { get; set; } = [];

    public override bool IsEmpty => Paths.Count == 0;

    public override IEnumerable<Reference> References() => Given(Reference.Media, Paths);

    public override IEnumerable<string> SearchText() => MediaTexts;
}

/// <summary>A link to an address.</summary>
public sealed class LinkField : ContentField
{
    private static readonly string[] _schemes = ["http", "https", "mailto", "tel"];

    public string Url { get; set; } = "";

    public string Text { get; set; } = "";

    public override bool IsEmpty => string.IsNullOrWhiteSpace(Url);

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (!IsEmpty && !IsAllowed(Url))
        {
            yield return new Failure("link.address", null, Url);
        }
    }

    public override IEnumerable<string> SearchText() => [Text];

    /// <summary>True for a path of this website and for http, https, mailto and tel addresses.</summary>
    public static bool IsAllowed(string url) =>
        !url.Any(c => char.IsControl(c) || c == '\\') &&
        ((url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)) ||
         url.StartsWith('#') ||
         (Uri.TryCreate(url, UriKind.Absolute, out var uri) && _schemes.Contains(uri.Scheme)));
}
