using Cms.Content.Types;

namespace Cms.Taxonomies;

/// <summary>A list of terms. The terms themselves are rows of its <see cref="Content.Parts.TermsPart"/>.</summary>
public sealed class Taxonomy : ContentPart;
