using Cms.Content.Items;
using Cms.Display.Editors;
using Microsoft.AspNetCore.Http;

namespace Cms.ContentAdmin.Editor;

/// <summary>One form on its way: the item as it is now, as it was when the form was made, and what was typed.</summary>
public sealed record EditSession(ContentItem Item, ContentItem Base, EditorStamp Stamp, EditorValues Values, EditorFormats Formats)
{
    /// <summary>Name of the input that says why something is published although it shuts readers out.</summary>
    public const string ReasonInput = "_reason";

    /// <summary>Name of the input that says what this version is for.</summary>
    public const string CommentInput = "_comment";

    /// <summary>Most characters of a reason or comment; the rest is cut off.</summary>
    public const int LongestRemark = 500;

    public bool IsNew => Item.Revision == 0;

    /// <summary>True when somebody wrote the item, or what its languages share, since the form was made.</summary>
    public bool IsStale => !Stamp.IsOf(Item);

    /// <summary>True when the item was put into the bin since.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Why it is published although it shuts readers out; empty without a reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the history says beside the version; empty for nothing.</summary>
    public string Comment { get; init; } = "";

    /// <summary>This with what its form says beside the fields.</summary>
    public EditSession With(IFormCollection form) => this with { Reason = Remark(form[ReasonInput].ToString()), Comment = Remark(form[CommentInput].ToString()) };

    private static string Remark(string typed) => typed.Trim() is { Length: > LongestRemark } tooLong ? tooLong[..LongestRemark] : typed.Trim();

    /// <summary>An item of the same documents, to try something on.</summary>
    public static ContentItem Copy(ContentItem item)
    {
        var documents = item.Document.Save();
        return item.With(ContentDocument.Read(documents.Own, documents.Shared));
    }
}

/// <summary>A field that the newest version and the form say differently.</summary>
/// <param name="Before">What it said when the form was made.</param>
/// <param name="Choice">What the two would agree on: who alone changed it. Null where both did.</param>
/// <param name="TheirsChanged">Whether the newest version has another value than the one that the form was made from.</param>
public sealed record FieldDifference(string Name, string Label, string Before, string Theirs, string Mine, string? Choice, bool TheirsChanged)
{
    public const string ChooseMine = "mine";
    public const string ChooseTheirs = "theirs";
}
