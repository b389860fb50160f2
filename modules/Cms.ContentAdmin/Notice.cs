namespace Cms.ContentAdmin;

/// <summary>What was just done, as a word in the address of the page that follows: a page shows only words that it knows.</summary>
public static class Notice
{
    public const string Published = "published";
    public const string Unpublished = "unpublished";
    public const string Deleted = "deleted";
    public const string Restored = "restored";
    public const string Saved = "saved";
    public const string Unchanged = "unchanged";
    public const string PublishedForAll = "published-for-all";
    public const string Discarded = "discarded";
    public const string VersionRestored = "version-restored";
    public const string Duplicated = "duplicated";
    public const string Planned = "planned";
    public const string PlanRemoved = "plan-removed";
    public const string ReviewSet = "review-set";
    public const string ReviewRemoved = "review-removed";
    public const string Enabled = "enabled";
    public const string Disabled = "disabled";

    /// <summary>English sentence, also its msgid; null for an unknown word.</summary>
    public static string? Text(string? done) => done switch
    {
        Published => "The content is published.",
        Unpublished => "The content is no longer published; it stays as a draft.",
        Deleted => "The content is in the bin.",
        Restored => "The content is back, as a draft.",
        Saved => "The draft is saved. What visitors see stays as it is until you publish.",
        Unchanged => "Nothing was changed, so nothing was saved.",
        PublishedForAll => "The content is published. What the languages share shows in all of them.",
        Discarded => "The draft is taken back: the published version is the newest again.",
        VersionRestored => "The texts of the older version are back, as a draft.",
        Duplicated => "This is the copy, a draft in every language of the original.",
        Planned => "It is planned.",
        PlanRemoved => "It is no longer planned.",
        ReviewSet => "The day of the review is noted: the content then shows in the report of what is to be looked over.",
        ReviewRemoved => "No review is planned any more.",
        Enabled => "The feature is on.",
        Disabled => "The feature is off.",
        _ => null,
    };
}

/// <summary>Why something was not done.</summary>
/// <param name="Title">Translated heading.</param>
/// <param name="BackUrl">Where to go from here.</param>
public sealed record Refusal(string Title, IReadOnlyList<string> Reasons, string BackUrl);
