using System.Text.Json.Nodes;
using Cms.Content.Fields;

namespace Cms.Content.Types;

/// <summary>What one field of a part is, whether a property declares it or an administrator did.</summary>
public sealed class FieldDefinition
{
    public required string Name { get; init; }

    /// <summary>Orchard Core's name of the field type (<c>TextField</c>), or the plain type's name for a part's own members (<c>String</c>).</summary>
    public required string FieldType { get; init; }

    /// <summary>Class of the value.</summary>
    public required Type ClrType { get; init; }

    public bool Shared { get; init; }

    public bool Indexed { get; init; }

    public bool Natural { get; init; }

    public bool Searchable { get; init; } = true;

    public bool Required { get; init; }

    public bool UniquePerPublisher { get; init; }

    /// <summary>English label, msgid of its translations.</summary>
    public string Label { get; init; } = "";

    /// <summary>English sentence that tells an editor what to write, msgid of its translations; empty for none.</summary>
    public string Hint { get; init; } = "";

    /// <summary>A text of a sentence or more: the editor gives it several lines.</summary>
    public bool Long { get; init; }

    /// <summary>Localization set of the taxonomy whose terms are offered; empty where the definition does not say it.</summary>
    public string Taxonomy { get; init; } = "";

    /// <summary>Content type that a picker offers; empty for any.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Codes that a text field takes, and no others; empty for free text.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Settings as imported, kept for export.</summary>
    public JsonObject? Settings { get; init; }

    /// <summary>Sub-fields of a list's rows; empty for every other field.</summary>
    public IReadOnlyList<FieldDefinition> RowFields { get; init; } = [];

    /// <summary>Class of a list's rows.</summary>
    public Type? RowType { get; init; }

    public bool IsList => RowType is not null;

    /// <summary>English words of an option, msgid of their translations: <c>in-progress</c> reads "In progress".</summary>
    public static string OptionWords(string code) => code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');

    internal Func<FieldHolder, object?>? Getter { get; init; }

    internal Action<FieldHolder, object?>? Setter { get; init; }

    /// <summary>The value in a part or row; null when it has none.</summary>
    public object? Get(FieldHolder holder) => Getter is null ? holder.Composed.GetValueOrDefault(Name) : Getter(holder);

    public void Set(FieldHolder holder, object? value)
    {
        if (Setter is not null)
        {
            Setter(holder, value);
        }
        else if (value is null)
        {
            holder.Composed.Remove(Name);
        }
        else
        {
            holder.Composed[Name] = value;
        }
    }

    /// <summary>The field object in a part or row; null for a plain member or an absent value.</summary>
    public ContentField? Field(FieldHolder holder) => Get(holder) as ContentField;
}
