using Cms.Content.Types;

namespace Cms.Content.Parts;

/// <summary>The address that its author chose (Orchard Core: AutoroutePart); where it is empty, the type's pattern makes one when the item is published.</summary>
public sealed class AutoroutePart : ContentPart
{
    /// <summary>Path with its culture, <c>fr/agenda-21/5-2-2</c>; <c>fr</c> is the French home page.</summary>
    [Field(Label = "Address", Searchable = false, Hint = "Leave it empty: the title makes the address. A changed address leads on from the old one.")]
    public string Path { get; set; } = "";
}
