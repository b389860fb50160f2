using Cms.Content.Items;
using Cms.Content.Manager;
using Cms.Content.Parts;
using Cms.Content.Store;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>Rights that hold for own content, for a type, at a publisher, in a language.</summary>
public abstract class RightTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task Own_content_is_what_somebody_made_whoever_wrote_it_last()
    {
        var author = Person("author", "PublishOwnContent", "DeleteOwnContent");
        var mine = await PublishAsync(await NoticeAsync("Le mien", author), author);
        var theirs = await Engine.PublishAsync(await Engine.NoticeAsync("Le leur"));
        mine = await Engine.SaveAsync((await Engine.LatestAsync(mine)).Alter<TitlePart>(part => part.Title = "Le mien, corrigé"));

        Assert.NotNull(await Engine.Manager.LatestAsync(mine.ContentItemId, author));
        await Engine.Manager.PublishAsync(await Engine.LatestAsync(mine), author);
        foreach (var refused in Attempts(theirs, author))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(refused);
        }

        Assert.Equal(theirs.Revision, (await Engine.LatestAsync(theirs)).Revision);
        await Engine.Manager.DeleteAsync(mine.ContentItemId, (await Engine.LatestAsync(mine)).Revision, author);
        await Engine.Manager.RestoreAsync(mine.ContentItemId, author);
    }

    [StoreFact]
    public async Task Rights_on_a_type_say_nothing_about_another()
    {
        var editor = Person("editor", "Publish_Notice", "Delete_Notice");
        var notice = await Engine.PublishAsync(await Engine.NoticeAsync("Avis"));
        var measure = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "1.1", "Mesure"));

        await Engine.Manager.PublishAsync((await Engine.LatestAsync(notice)).Alter<TitlePart>(part => part.Title = "Avis 2"), editor);
        foreach (var refused in Attempts(measure, editor))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(refused);
        }

        await Assert.ThrowsAsync<AccessDeniedException>(() => Engine.Manager.NewAsync(nameof(Measure), "fr", editor));
        Assert.False(editor.Has(ContentPermissions.PublishContent));
    }

    [StoreFact]
    public async Task Somebody_of_one_publisher_reaches_nothing_of_another()
    {
        var (ours, theirs) = (await Engine.PublisherAsync("Le nôtre"), await Engine.PublisherAsync("Le leur"));
        var editor = Person("editor", "PublishContent", "DeleteContent") with { Scope = new ActorScope(new HashSet<string> { ours }, null) };
        var measure = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "2.1", "À eux", publisher: theirs));
        var mine = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "2.2", "À nous", publisher: ours));

        foreach (var refused in Attempts(measure, editor))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(refused);
        }

        // Neither taken over nor given away.
        await Assert.ThrowsAsync<AccessDeniedException>(async () => await Engine.Manager.PublishAsync(By(await Engine.LatestAsync(measure), ours), editor));
        var given = await Assert.ThrowsAsync<RuleException>(async () => await Engine.Manager.PublishAsync(By(await Engine.LatestAsync(mine), theirs), editor));
        Assert.Equal(("content.publisher-scope", "PublicationPart.Publisher"), (given.Failures[0].Key, given.Failures[0].Field));
        await Assert.ThrowsAsync<RuleException>(async () => await Engine.Manager.SaveDraftAsync(By(await Engine.LatestAsync(mine), null), editor));

        var fresh = await Engine.Manager.NewAsync(nameof(Measure), "fr", editor);
        Assert.Equal([ours], fresh.As<PublicationPart>().Publisher.LocalizationSets);
        await Engine.Manager.PublishAsync((await Engine.LatestAsync(mine)).Alter<TitlePart>(part => part.Title = "À nous, corrigé"), editor);
    }

    [StoreFact]
    public async Task A_translator_of_one_language_changes_nothing_in_another()
    {
        var translator = Person("translator", "PublishContent") with { Scope = new ActorScope(null, new HashSet<string> { "en" }) };
        var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "3.1", "Mesure"));
        var english = await Engine.PublishAsync(await Engine.MeasureAsync("en", "3.1", "Measure", french.LocalizationSet));

        await Assert.ThrowsAsync<AccessDeniedException>(() => Engine.Manager.SaveDraftAsync(french, translator));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Engine.Manager.NewAsync(nameof(Measure), "fr", translator));
        english = (await Engine.Manager.PublishAsync((await Engine.LatestAsync(english)).Alter<TitlePart>(part => part.Title = "Measure, better"), translator)).Item;

        var shared = await Assert.ThrowsAsync<RuleException>(async () => await Engine.Manager.SaveDraftAsync((await Engine.LatestAsync(english)).Alter<Measure>(part => part.Code = "3.2"), translator));
        Assert.Equal("content.shared-scope", shared.Failures[0].Key);
        await Engine.SaveAsync((await Engine.LatestAsync(french)).Alter<Measure>(part => part.Code = "3.3"));
        var draft = await Assert.ThrowsAsync<RuleException>(async () => await Engine.Manager.PublishAsync(await Engine.LatestAsync(english), translator));
        Assert.Equal("content.shared-draft-scope", draft.Failures[0].Key);
        Assert.Equal("3.1", (await Engine.PublishedAsync(french))!.As<Measure>().Code.Text);
    }

    [StoreFact]
    public async Task Lists_show_what_somebody_may_see_and_nothing_else()
    {
        var ours = await Engine.PublisherAsync("Département");
        var author = Person("author", "EditOwnContent", "Preview_Measure");
        var own = (await Engine.Manager.SaveDraftAsync(await NoticeAsync("Le mien", author), author)).Item;
        var other = await Engine.PublishAsync(await Engine.NoticeAsync("D’autrui"));
        var measure = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "4.1", "Mesure", publisher: ours));
        var free = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "4.2", "Sans éditeur"));
        ContentItem[] all = [own, other, measure, free];

        Assert.Equal([own, measure, free], await SeenAsync(author, all));
        Assert.Equal([measure], await SeenAsync(Person("x", "PreviewContent") with { Scope = new ActorScope(new HashSet<string> { ours }, null) }, all));
        Assert.Empty(await SeenAsync(Person("x", "PreviewContent") with { Scope = new ActorScope(null, new HashSet<string> { "en" }) }, all));
        Assert.Empty(await SeenAsync(Person("x", "ViewContent"), all));
        Assert.Equal(all, await SeenAsync(Person("x", "PublishContent"), all));
        Assert.Null(Person("x", "PublishContent").Reach(ContentPermissions.Preview, [nameof(Notice)]));
    }

    [StoreFact]
    public async Task A_copy_is_a_draft_in_every_language_that_its_maker_may_write()
    {
        var french = await Engine.PublishAsync((await Engine.MeasureAsync("fr", "5.1", "Mesure")).Alter<AutoroutePart>(part => part.Path = "fr/a-part"));
        await Engine.PublishAsync(await Engine.MeasureAsync("en", "5.1", "Measure", french.LocalizationSet));

        var copy = await Engine.Manager.DuplicateAsync(french.ContentItemId, title => title + " (copie)", Person("editor", "EditContent"));

        var languages = await Engine.Store.LanguagesAsync(copy.LocalizationSet, ContentVersion.Latest);
        Assert.Equal(["Measure (copie)", "Mesure (copie)"], languages.Select(item => item.DisplayText));
        Assert.All(languages, item => Assert.Equal((false, "editor", "5.1", ""), (item.Published, item.Owner, item.As<Measure>().Code.Text, item.As<AutoroutePart>().Path)));
        var half = Person("x", "EditContent") with { Scope = new ActorScope(null, new HashSet<string> { "fr" }) };
        Assert.Equal(["fr"], (await Engine.Store.LanguagesAsync((await Engine.Manager.DuplicateAsync(french.ContentItemId, title => title, half)).LocalizationSet, ContentVersion.Latest)).Select(item => item.Culture));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Engine.Manager.DuplicateAsync(french.ContentItemId, title => title, Person("x", "PreviewContent")));
    }

    private static Actor Person(string id, params string[] permissions) => new(id, id, permissions.ToHashSet());

    private Func<Task>[] Attempts(ContentItem item, Actor actor) =>
    [
        () => Engine.Manager.LatestAsync(item.ContentItemId, actor),
        () => Engine.Manager.HistoryAsync(item.ContentItemId, actor),
        () => Engine.Manager.VersionAsync(item.ContentItemId, item.ContentItemVersionId, actor),
        () => Engine.Manager.SaveDraftAsync(item, actor),
        () => Engine.Manager.PublishAsync(item, actor),
        () => Engine.Manager.UnpublishAsync(item.ContentItemId, item.Revision, actor),
        () => Engine.Manager.DiscardDraftAsync(item.ContentItemId, item.Revision, actor),
        () => Engine.Manager.DeleteAsync(item.ContentItemId, item.Revision, actor),
        () => Engine.Manager.RestoreVersionAsync(item.ContentItemId, item.ContentItemVersionId, actor, item.Revision),
        () => Engine.Manager.DuplicateAsync(item.ContentItemId, title => title, actor),
    ];

    /// <summary>Those of the items that the actor's list has.</summary>
    private async Task<IReadOnlyList<ContentItem>> SeenAsync(Actor actor, IReadOnlyList<ContentItem> items)
    {
        var filter = actor.Reach(ContentPermissions.Preview, [nameof(Notice), nameof(Measure)]);
        var page = await Engine.Lists.PageAsync(new ContentQuery { Version = ContentVersion.Latest, Filters = filter is null ? [] : [filter], PageSize = 100 });
        var seen = page.Items.Select(item => item.ContentItemId).ToHashSet();
        return [.. items.Where(item => seen.Contains(item.ContentItemId))];
    }

    private async Task<ContentItem> NoticeAsync(string title, Actor actor) =>
        (await Engine.Manager.NewAsync(nameof(Notice), "fr", actor)).Alter<TitlePart>(part => part.Title = title).Alter<Notice>(part => part.Text = "…");

    private async Task<ContentItem> PublishAsync(ContentItem item, Actor actor) => (await Engine.Manager.PublishAsync(item, actor)).Item;

    private static ContentItem By(ContentItem item, string? publisher) => item.Alter<PublicationPart>(part => part.Publisher.LocalizationSets = publisher is null ? [] : [publisher]);
}

public sealed class SqliteRightTests(SqliteStore store) : RightTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresRightTests(PostgresStore store) : RightTests(store), IClassFixture<PostgresStore>;
