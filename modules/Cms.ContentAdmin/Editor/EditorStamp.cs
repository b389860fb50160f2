using System.Globalization;
using Cms.Content.Items;
using Microsoft.AspNetCore.Http;

namespace Cms.ContentAdmin.Editor;

/// <summary>What a form was made from; it travels in hidden inputs, so that a later save knows what its author saw.</summary>
/// <param name="Revision">Revision of the item; 0 for one that is not stored yet.</param>
/// <param name="Version">Version whose texts were shown.</param>
/// <param name="SharedVersion">Newest version of any language of the set: it holds the shared fields that were shown.</param>
/// <param name="Language">Language of the editor, in whose formats numbers stand in the inputs.</param>
public sealed record EditorStamp(string Type, string Culture, string Set, int Revision, int SharedRevision, string Version, string SharedVersion, string Language)
{
    /// <summary>The hidden inputs.</summary>
    public IEnumerable<KeyValuePair<string, string>> Inputs =>
    [
        new("_type", Type),
        new("_culture", Culture),
        new("_set", Set),
        new("_revision", Revision.ToString(CultureInfo.InvariantCulture)),
        new("_shared-revision", SharedRevision.ToString(CultureInfo.InvariantCulture)),
        new("_version", Version),
        new("_shared-version", SharedVersion),
        new("_language", Language),
    ];

    public static EditorStamp Of(IFormCollection form) => new(
        form["_type"].ToString(),
        form["_culture"].ToString(),
        form["_set"].ToString(),
        Number(form["_revision"].ToString()),
        Number(form["_shared-revision"].ToString()),
        form["_version"].ToString(),
        form["_shared-version"].ToString(),
        form["_language"].ToString());

    public static EditorStamp Of(ContentItem item, string sharedVersion, string language) => new(
        item.ContentType, item.Culture, item.LocalizationSet, item.Revision, item.SharedRevision, item.ContentItemVersionId, sharedVersion, language);

    /// <summary>True when the item is still what the form was made from.</summary>
    public bool IsOf(ContentItem item) => Revision == item.Revision && SharedRevision == item.SharedRevision;

    /// <summary>What is not a number is older than anything.</summary>
    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
