using Cms.Content.Fields;
using Cms.Content.Items;
using Cms.Content.Parts;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>What a set's languages share, and when visitors see it change.</summary>
public abstract class SharedFieldTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task A_translation_starts_with_what_the_set_shares()
    {
        var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "1.1", "Français"));

        var english = await Engine.Manager.NewAsync(nameof(Measure), "en", Actor.System, french.LocalizationSet);

        Assert.Equal(("1.1", ""), (english.As<Measure>().Code.Text, english.As<TitlePart>().Title));
        english = await Engine.PublishAsync(english.Alter<TitlePart>(part => part.Title = "English"));
        Assert.Equal(["en", "fr"], (await Engine.Store.LanguagesAsync(french.LocalizationSet, ContentVersion.Published)).Select(item => item.Culture));
        Assert.Equal("English", (await Engine.Store.FindAsync(french.LocalizationSet, "en", ContentVersion.Published))!.DisplayText);
    }

    [StoreFact]
    public async Task A_set_speaks_each_language_once()
    {
        var french = await Engine.SaveAsync(await Engine.MeasureAsync("fr", "1.2", "Une fois"));

        var refusal = await Assert.ThrowsAsync<CmsException>(() => Engine.Manager.NewAsync(nameof(Measure), "fr", Actor.System, french.LocalizationSet));
        Assert.Equal(("content.already-translated", 409), (refusal.Key, refusal.Status));
        await Assert.ThrowsAsync<CmsException>(() => Engine.Manager.NewAsync(nameof(Notice), "en", Actor.System, french.LocalizationSet));

        var first = await Engine.MeasureAsync("en", "1.2", "First", french.LocalizationSet);
        var second = await Engine.MeasureAsync("en", "1.2", "Second", french.LocalizationSet);
        await Engine.SaveAsync(first);
        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.SaveAsync(second));
        Assert.Equal("First", (await Engine.Store.FindAsync(french.LocalizationSet, "en", ContentVersion.Latest))!.DisplayText);
    }

    [StoreFact]
    public async Task A_shared_field_is_shown_in_every_language_once_any_language_is_published()
    {
        var (french, english) = await TwoLanguagesAsync("2.1");

        await Engine.SaveAsync((await Engine.LatestAsync(french)).Alter<Measure>(part => part.Code = "2.1 bis"));

        Assert.Equal(["2.1", "2.1"], await CodesAsync(french, ContentVersion.Published));
        Assert.Equal(["2.1 bis", "2.1 bis"], await CodesAsync(french, ContentVersion.Latest));

        var written = await Engine.Manager.PublishAsync(await Engine.LatestAsync(english), Actor.System);

        Assert.True(written.PublishedShared);
        Assert.Equal(["2.1 bis", "2.1 bis"], await CodesAsync(french, ContentVersion.Published));
        Assert.False((await Engine.PublishedAsync(french))!.Latest);
    }

    [StoreFact]
    public async Task A_draft_that_is_taken_back_leaves_what_is_published()
    {
        var (french, english) = await TwoLanguagesAsync("2.9");
        var draft = await Engine.SaveAsync((await Engine.LatestAsync(french)).Alter<Measure>(part => part.Code = "2.9 bis").Alter<TitlePart>(part => part.Title = "Brouillon"));
        var other = await Engine.SaveAsync((await Engine.LatestAsync(english)).Alter<TitlePart>(part => part.Title = "Draft"));

        await Engine.Manager.DiscardDraftAsync(draft.ContentItemId, draft.Revision, Actor.System);

        Assert.True((await Engine.PublishedAsync(french))!.Latest);
        Assert.Equal(french.DisplayText, (await Engine.LatestAsync(french)).DisplayText);
        Assert.Equal(["2.9 bis", "2.9 bis"], await CodesAsync(french, ContentVersion.Latest));
        await Assert.ThrowsAsync<StaleRevisionException>(() => Engine.Manager.DiscardDraftAsync(draft.ContentItemId, draft.Revision, Actor.System));

        await Engine.Manager.DiscardDraftAsync(other.ContentItemId, other.Revision, Actor.System);

        Assert.Equal(["2.9", "2.9"], await CodesAsync(french, ContentVersion.Latest));
    }

    [StoreFact]
    public async Task Publishing_texts_of_one_language_says_that_the_others_stay()
    {
        var (french, _) = await TwoLanguagesAsync("2.2");

        var written = await Engine.Manager.PublishAsync((await Engine.LatestAsync(french)).Alter<TitlePart>(part => part.Title = "Autre titre"), Actor.System);

        Assert.False(written.PublishedShared);
    }

    [StoreFact]
    public async Task Publishing_the_first_language_says_that_no_other_changed()
    {
        var written = await Engine.Manager.PublishAsync(await Engine.MeasureAsync("fr", "2.3", "Seule"), Actor.System);

        Assert.False(written.PublishedShared);
    }

    [StoreFact]
    public async Task Rows_of_a_list_keep_one_shared_value_and_a_label_in_each_language()
    {
        var french = await Engine.MeasureAsync("fr", "2.4", "Jauges");
        french.Alter<Measure>(part => part.Gauges.Rows.AddRange([Row("Arbres", 1.50m), Row("Haies", 2)]));
        french = await Engine.PublishAsync(french);
        var ids = french.As<Measure>().Gauges.Rows.ConvertAll(row => row.Id);
        Assert.All(ids, id => Assert.True(IdGenerator.IsWellFormed(id)));
        var english = await Engine.MeasureAsync("en", "2.4", "Gauges", french.LocalizationSet);
        english.Alter<Measure>(part => part.Gauges.Rows[0].Name = "Trees");
        english = await Engine.PublishAsync(english);

        french = await Engine.PublishAsync((await Engine.LatestAsync(french)).Alter<Measure>(part => part.Gauges.Rows.Reverse()));
        english = await Engine.LatestAsync(english);

        Assert.Equal([(ids[1], "Haies", 2m), (ids[0], "Arbres", 1.5m)], Rows(french));
        Assert.Equal([(ids[1], "", 2m), (ids[0], "Trees", 1.5m)], Rows(english));

        await Engine.PublishAsync(english.Alter<Measure>(part => part.Gauges.Rows.RemoveAt(1)));

        Assert.Equal([(ids[1], "Haies", 2m)], Rows((await Engine.PublishedAsync(french))!));
    }

    [StoreFact]
    public async Task With_its_last_language_the_shared_document_is_a_draft_again()
    {
        var (french, english) = await TwoLanguagesAsync("2.5");
        french = await Engine.LatestAsync(french);
        await Engine.Manager.UnpublishAsync(french.ContentItemId, french.Revision, Actor.System);
        Assert.Equal(0, (await Engine.Store.SharedAsync(french.LocalizationSet))!.HasDraft);

        await Engine.Manager.DeleteAsync(english.ContentItemId, (await Engine.LatestAsync(english)).Revision, Actor.System);

        Assert.Equal(1, (await Engine.Store.SharedAsync(french.LocalizationSet))!.HasDraft);
        Assert.Equal("2.5", (await Engine.LatestAsync(french)).As<Measure>().Code.Text);
        Assert.Equal("2.5", (await Engine.PublishAsync(await Engine.LatestAsync(french))).As<Measure>().Code.Text);
    }

    [StoreFact]
    public async Task A_shared_edit_survives_a_publication_that_was_refused()
    {
        await Engine.PublishAsync((await Engine.NoticeAsync("Occupant")).Alter<AutoroutePart>(part => part.Path = "fr/occupee"));
        var (french, _) = await TwoLanguagesAsync("2.6");
        var item = (await Engine.LatestAsync(french)).Alter<Measure>(part => part.Code = "2.6 bis").Alter<AutoroutePart>(part => part.Path = "fr/occupee");
        await Assert.ThrowsAsync<RuleException>(() => Engine.PublishAsync(item));

        await Engine.PublishAsync(item.Alter<AutoroutePart>(part => part.Path = "fr/libre"));

        Assert.Equal(["2.6 bis", "2.6 bis"], await CodesAsync(french, ContentVersion.Published));
    }

    [StoreFact]
    public async Task The_preferred_language_of_a_set_is_the_first_it_has()
    {
        var (french, english) = await TwoLanguagesAsync("2.7");
        var alone = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "2.8", "Sans traduction"));

        var found = await Engine.Store.PreferredAsync([french.LocalizationSet, alone.LocalizationSet, "unknown"], ["en", "fr"], ContentVersion.Published);

        Assert.Equal(2, found.Count);
        Assert.Equal(english.ContentItemId, found[french.LocalizationSet].ContentItemId);
        Assert.Equal("fr", found[alone.LocalizationSet].Culture);
    }

    private async Task<(ContentItem French, ContentItem English)> TwoLanguagesAsync(string code)
    {
        var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", code, Unique("Mesure")));
        return (french, await Engine.PublishAsync(await Engine.MeasureAsync("en", code, Unique("Measure"), french.LocalizationSet)));
    }

    private async Task<IEnumerable<string>> CodesAsync(ContentItem item, ContentVersion version) =>
        (await Engine.Store.LanguagesAsync(item.LocalizationSet, version)).Select(language => language.As<Measure>().Code.Text);

    private static Gauge Row(string name, decimal target) => new() { Name = name, Target = new NumericField { Value = target } };

    private static IEnumerable<(string Id, string Name, decimal? Target)> Rows(ContentItem item) =>
        item.As<Measure>().Gauges.Rows.Select(row => (row.Id, row.Name.Text, row.Target.Value));
}

public sealed class SqliteSharedFieldTests(SqliteStore store) : SharedFieldTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresSharedFieldTests(PostgresStore store) : SharedFieldTests(store), IClassFixture<PostgresStore>;
