using System.Text.Json;
using System.Text.Json.Serialization;
using Cms.Content.Types;
using Cms.Core.Errors;

namespace Cms.Content.Fields;

/// <summary>A value of a content item, of one of the field types. Its JSON members are Orchard Core's where Orchard Core has the type.</summary>
public abstract class ContentField
{
    /// <summary>Members that this type does not know, written back as they were read.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    [JsonIgnore]
    public abstract bool IsEmpty { get; }

    /// <summary>What is wrong with the value, as failures whose <see cref="Failure.Field"/> is left to the caller.</summary>
    public virtual IEnumerable<Failure> Check(FieldDefinition definition) => [];

    /// <summary>Words that the search finds; Markdown is taken as written.</summary>
    public virtual IEnumerable<string> SearchText() => [];

    /// <summary>Sets, terms and media that the value points to.</summary>
    public virtual IEnumerable<Reference> References() => [];

    /// <summary>References to those of the targets that say something: what comes from outside may hold empty ids.</summary>
    protected static IEnumerable<Reference> Given(string kind, IEnumerable<string?> targets) =>
        targets.OfType<string>().Where(target => target.Length > 0).Select(target => new Reference(kind, target));
}

/// <summary>What a field points to.</summary>
/// <param name="Kind">One of <see cref="Set"/>, <see cref="Term"/>, <see cref="Media"/>.</param>
/// <param name="Target">Id of the localization set, term or media file.</param>
public readonly record struct Reference(string Kind, string Target)
{
    public const string Set = "set";
    public const string Term = "term";
    public const string Media = "media";
}

/// <summary>Where in a field's JSON the value stands that orders and filters lists.</summary>
/// <param name="Member">JSON member.</param>
/// <param name="Number">True when it is compared as a number.</param>
public sealed record IndexedMember(string Member, bool Number);
