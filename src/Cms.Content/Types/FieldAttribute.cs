namespace Cms.Content.Types;

/// <summary>
/// Declares a field of a part: the one place that editor, display, search, API, translation and storage read what a field is. On a property of a
/// <see cref="ContentPart"/> or of a <see cref="ListRow"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute : Attribute
{
    /// <summary>The value belongs to the localization set: stored once, the same in every language.</summary>
    public bool Shared { get; init; }

    /// <summary>The value can order and filter lists: it becomes a generated column with an index.</summary>
    public bool Indexed { get; init; }

    /// <summary>With <see cref="Indexed"/>: numbers inside the text sort by value, so that 5.2.9 comes before 5.2.10.</summary>
    public bool Natural { get; init; }

    /// <summary>The text is found by the website's search.</summary>
    public bool Searchable { get; init; } = true;

    public bool Required { get; init; }

    /// <summary>No two published sets of one type and publisher may have the same value.</summary>
    public bool UniquePerPublisher { get; init; }

    /// <summary>English label, also the msgid under which PO files translate it; the property's name in words when empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>English sentence that tells an editor what to write, also the msgid under which PO files translate it; empty for none.</summary>
    public string Hint { get; init; } = "";

    /// <summary>A text of a sentence or more: the editor gives it several lines.</summary>
    public bool Long { get; init; }

    /// <summary>Content type that a picker offers; empty for any.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Codes that a text field takes, and no others; empty for free text. People read <see cref="FieldDefinition.OptionWords"/> of a code.</summary>
    public string[] Options { get; init; } = [];
}
