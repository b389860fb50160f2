using Cms.Content.Fields;
using Cms.Content.Types;

namespace Cms.Content.Parts;

/// <summary>The terms of a taxonomy, a tree: each term is a row whose id references point to, with a name and an address in every language.</summary>
public sealed class TermsPart : ContentPart
{
    [Field]
    public ListField<Term> Terms { get; set; } = new();
}

/// <summary>One term.</summary>
public sealed class Term : ListRow
{
    /// <summary>Language-neutral code that addresses and the API use: <c>participation</c>.</summary>
    [Field(Shared = true, Searchable = false)]
    public TextField Code { get; set; } = new();

    /// <summary>Id or code of the broader term; empty at the top of the tree.</summary>
    [Field(Shared = true, Searchable = false)]
    public TextField Parent { get; set; } = new();

    [Field(Required = true)]
    public TextField Name { get; set; } = new();

    [Field(Searchable = false)]
    public TextField Slug { get; set; } = new();
}
