using Cms.Content.Items;
using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Content.Fields;

/// <summary>One line of plain text.</summary>
public sealed class TextField : ContentField
{
    /// <summary>Most characters that a text may have.</summary>
    public const int MaxLength = 1_000;

    /// <summary>Most characters where the definition says <c>Indexed</c>: an entry of an index of PostgreSQL has room for about 2 700 bytes.</summary>
    public const int MaxIndexedLength = 250;

    public string Text { get; set; } = "";

    /// <summary>The text with its numbers padded, where the definition says <c>Natural</c>; made on save.</summary>
    public string? SortKey { get; set; }

    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        var most = definition.Indexed ? MaxIndexedLength : MaxLength;
        if (Text?.Length > most)
        {
            yield return new Failure("field.too-long", null, most);
        }

        if (!IsEmpty && definition.Options.Count > 0 && !definition.Options.Contains(Text))
        {
            yield return new Failure("field.option", null, Text);
        }
    }

    public override IEnumerable<string> SearchText() => [Text];

    public static implicit operator TextField(string text) => new() { Text = text };

    public override string ToString() => Text;
}

/// <summary>Several plain texts: key words, aims.</summary>
public sealed class MultiTextField : ContentField
{
    public List<string> Values { get; set; } = [];

    public override bool IsEmpty => Values.Count == 0;

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (Values.Count > 100 || Values.Exists(v => v is null || v.Length > TextField.MaxLength))
        {
            yield return new Failure("field.too-long", null, TextField.MaxLength);
        }
    }

    public override IEnumerable<string> SearchText() => Values;
}

/// <summary>Text with headings, lists, tables and links, stored as the author wrote it and sanitised each time it is shown.</summary>
public sealed class MarkdownField : ContentField
{
    /// <summary>Most characters that a text may have.</summary>
    public const int MaxLength = 200_000;

    public string Markdown { get; set; } = "";

    public override bool IsEmpty => string.IsNullOrWhiteSpace(Markdown);

    public override IEnumerable<Failure> Check(FieldDefinition definition)
    {
        if (Markdown?.Length > MaxLength)
        {
            yield return new Failure("field.too-long", null, MaxLength);
        }
    }

    public override IEnumerable<string> SearchText() => [Markdown];

    public override IEnumerable<Reference> References() => MarkdownReferences.Find(Markdown);

    public static implicit operator MarkdownField(string markdown) => new() { Markdown = markdown };
}
