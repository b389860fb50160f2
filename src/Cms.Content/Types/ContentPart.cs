using System.Text.Json;

namespace Cms.Content.Types;

/// <summary>What fields hang on: a content part, or a row of a list field.</summary>
public abstract class FieldHolder
{
    /// <summary>Values of fields that no property declares: those of types composed at run time.</summary>
    internal Dictionary<string, object> Composed { get; } = [];

    /// <summary>Members that no definition knows, with the document they came from, written back as they were.</summary>
    internal List<UnknownMember> Unknown { get; } = [];
}

/// <summary>A named group of fields that content types are made of. Its name is its class's name.</summary>
public abstract class ContentPart : FieldHolder;

/// <summary>A part that was defined at run time: its fields have no properties.</summary>
public sealed class ComposedPart : ContentPart;

/// <summary>A row of a <see cref="Fields.ListField{TRow}"/>: typed sub-fields and an id that stays when rows move.</summary>
public abstract class ListRow : FieldHolder
{
    /// <summary>Stable id, unique within the list; made when a row without one is saved.</summary>
    public string Id { get; set; } = "";
}

/// <summary>A row of a list that was defined at run time.</summary>
public sealed class ComposedRow : ListRow;

/// <summary>A JSON member that was read without being understood.</summary>
internal sealed record UnknownMember(string Name, JsonElement Value, bool Shared);
