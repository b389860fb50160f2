using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Directories;

/// <summary>A public body: it publishes content, runs places, names contacts.</summary>
public sealed class Organisation : ContentPart
{
    /// <summary>Short code that addresses and the API use, the same in every language: the number of a département.</summary>
    [Field(Shared = true, Indexed = true)]
    public TextField Code { get; set; } = new();

    /// <summary>What it is, in a few words.</summary>
    [Field]
    public TextField Role { get; set; } = new();

    [Field(Shared = true, Label = "Website")]
    public LinkField Website { get; set; } = new();

    [Field(Shared = true)]
    public TextField Acronym { get; set; } = new();

    [Field(Shared = true)]
    public TaxonomyField Country { get; set; } = new();
}
