using Cms.Content.Parts;
using Cms.Core.Errors;
using Cms.Core.Security;
using Cms.Data.Tests.Stores;
using Xunit;

namespace Cms.Data.Tests.Content;

/// <summary>The addresses that items get, keep and give up.</summary>
public abstract class RouteTests(TestStore store) : ContentTests(store)
{
    [StoreFact]
    public async Task The_pattern_of_the_type_makes_the_address_when_the_item_is_published()
    {
        var draft = await Engine.SaveAsync(await Engine.NoticeAsync("L’été à Pau"));
        Assert.Null(draft.Path);

        var item = await Engine.PublishAsync(draft);

        Assert.Equal(("avis/l-ete-a-pau", "/fr/avis/l-ete-a-pau"), (item.Path, item.Url));
        var route = await Engine.Store.RouteAsync("fr", "avis/l-ete-a-pau");
        Assert.Equal((item.LocalizationSet, false), (route!.SetId, route.IsRedirect));
        Assert.Null(await Engine.Store.RouteAsync("en", "avis/l-ete-a-pau"));
    }

    [StoreFact]
    public async Task An_address_gives_what_is_published_there_and_the_addresses_of_every_language()
    {
        var french = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "9.8.1", "Mesure"));
        var english = await Engine.PublishAsync(await Engine.MeasureAsync("en", "9.8.1", "Measure", french.LocalizationSet));
        await Engine.SaveAsync((await Engine.LatestAsync(english)).Alter<TitlePart>(part => part.Title = "Draft"));

        var found = await Engine.Store.PublishedAtAsync("en", english.Path!);
        var latest = await Engine.LatestAsync(english);
        await Engine.Manager.UnpublishAsync(latest.ContentItemId, latest.Revision, Actor.System);
        var gone = await Engine.Store.PublishedAtAsync("en", english.Path!);

        Assert.Equal(("Measure", "9.8.1", false), (found!.Item!.DisplayText, found.Item.As<Measure>().Code.Text, found.IsRedirect));
        Assert.Equal(new Dictionary<string, string> { ["en"] = english.Url!, ["fr"] = french.Url! }, found.Urls);
        Assert.Null(gone?.Item);
        Assert.Null(await Engine.Store.PublishedAtAsync("fr", "nulle/part"));
    }

    [StoreFact]
    public async Task The_slug_comes_from_the_field_that_the_type_names()
    {
        Assert.Equal("actions/9-1-2", (await Engine.PublishAsync(await Engine.MeasureAsync("fr", "9.1.2", "Titre"))).Path);
    }

    [StoreFact]
    public async Task A_title_without_letters_takes_the_id_of_its_set()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync("—…"));

        Assert.Equal($"avis/{item.LocalizationSet}", item.Path);
    }

    [StoreFact]
    public async Task A_chosen_address_is_taken_as_it_is_and_refused_when_it_is_taken()
    {
        var home = await Engine.PublishAsync((await Engine.NoticeAsync("Accueil")).Alter<AutoroutePart>(part => part.Path = "fr"));
        Assert.Equal(("", "/fr"), (home.Path, home.Url));
        var chosen = await Engine.PublishAsync((await Engine.NoticeAsync("Choisi")).Alter<AutoroutePart>(part => part.Path = "fr/la/page"));
        Assert.Equal("la/page", chosen.Path);
        var other = await Engine.SaveAsync((await Engine.NoticeAsync("Autre")).Alter<AutoroutePart>(part => part.Path = "la/page"));

        Assert.Equal([("path.taken", "AutoroutePart.Path")], await FailuresAsync(() => Engine.PublishAsync(other)));

        Assert.Null(await Engine.PublishedAsync(other));
        Assert.Equal(chosen.LocalizationSet, (await Engine.Store.RouteAsync("fr", "la/page"))!.SetId);
        other.Alter<AutoroutePart>(part => part.Path = "fr/La Page");
        Assert.Equal([("path.malformed", "AutoroutePart.Path")], await FailuresAsync(() => Engine.SaveAsync(other)));
    }

    [StoreFact]
    public async Task A_second_publisher_gets_its_name_behind_the_address()
    {
        var (north, south) = (await Engine.PublisherAsync("Nord du pays"), await Engine.PublisherAsync("Sud"));
        var first = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "7.1", "Une", publisher: south));
        var second = await Engine.PublishAsync(await Engine.MeasureAsync("fr", "7.1", "Deux", publisher: north));

        Assert.Equal(("actions/7-1", "actions/7-1-nord-du-pays"), (first.Path, second.Path));
        Assert.Equal("actions/7-1-nord-du-pays", (await Engine.PublishAsync(await Engine.LatestAsync(second))).Path);
    }

    [StoreFact]
    public async Task Equal_titles_get_numbers()
    {
        var title = Unique("Même");
        var paths = new List<string?>();
        for (var number = 0; number < 3; number++)
        {
            paths.Add((await Engine.PublishAsync(await Engine.NoticeAsync(title))).Path);
        }

        Assert.Equal([paths[0], paths[0] + "-2", paths[0] + "-3"], paths);
    }

    [StoreFact]
    public async Task An_address_follows_its_title_and_the_old_one_redirects()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync("Ancienne adresse"));
        await Engine.SaveAsync((await Engine.LatestAsync(item)).Alter<TitlePart>(part => part.Title = "Nouvelle"));
        Assert.False((await Engine.Store.RouteAsync("fr", "avis/ancienne-adresse"))!.IsRedirect);

        item = await Engine.PublishAsync(await Engine.LatestAsync(item));

        Assert.Equal("avis/nouvelle", item.Path);
        var old = await Engine.Store.RouteAsync("fr", "avis/ancienne-adresse");
        Assert.Equal((item.LocalizationSet, true), (old!.SetId, old.IsRedirect));

        item = await Engine.PublishAsync((await Engine.LatestAsync(item)).Alter<TitlePart>(part => part.Title = "Ancienne adresse"));
        Assert.Equal("avis/ancienne-adresse", item.Path);
        Assert.True((await Engine.Store.RouteAsync("fr", "avis/nouvelle"))!.IsRedirect);
    }

    [StoreFact]
    public async Task However_many_bear_one_title_each_gets_an_address()
    {
        var paths = new HashSet<string>();
        for (var number = 0; number < 15; number++)
        {
            paths.Add((await Engine.PublishAsync(await Engine.NoticeAsync("Réunion du comité"))).Path!);
        }

        Assert.Equal(15, paths.Count);
        Assert.All(paths, path => Assert.StartsWith("avis/reunion-du-comite", path, StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task A_shorter_title_is_not_taken_for_the_same_with_a_suffix()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync("Foire aux questions"));

        item = await Engine.PublishAsync(item.Alter<TitlePart>(part => part.Title = "Foire"));

        Assert.Equal("avis/foire", item.Path);
    }

    [StoreFact]
    public async Task An_old_address_may_be_taken_over()
    {
        var item = await Engine.PublishAsync(await Engine.NoticeAsync("Convoitée"));
        await Engine.PublishAsync((await Engine.LatestAsync(item)).Alter<TitlePart>(part => part.Title = "Partie ailleurs"));

        var heir = await Engine.PublishAsync(await Engine.NoticeAsync("Convoitée"));

        Assert.Equal("avis/convoitee", heir.Path);
        var route = await Engine.Store.RouteAsync("fr", "avis/convoitee");
        Assert.Equal((heir.LocalizationSet, false), (route!.SetId, route.IsRedirect));
    }

    [StoreFact]
    public async Task Publications_at_once_never_share_an_address()
    {
        var title = Unique("Simultané");
        var items = new List<Cms.Content.Items.ContentItem>();
        for (var number = 0; number < 6; number++)
        {
            items.Add(await Engine.SaveAsync(await Engine.NoticeAsync(title)));
        }

        var paths = (await Task.WhenAll(items.Select(Engine.PublishAsync))).Select(item => item.Path).ToList();

        Assert.Equal(6, paths.Distinct().Count());
        foreach (var item in items)
        {
            var shown = await Engine.PublishedAsync(item);
            Assert.Equal(item.LocalizationSet, (await Engine.Store.RouteAsync("fr", shown!.Path!))!.SetId);
        }
    }

    [StoreFact]
    public async Task Of_two_publications_at_once_at_one_chosen_address_one_is_refused()
    {
        var path = "fr/" + Cms.Content.Items.IdGenerator.NewId();
        var items = new List<Cms.Content.Items.ContentItem>();
        for (var number = 0; number < 4; number++)
        {
            items.Add(await Engine.SaveAsync((await Engine.NoticeAsync("Choisi")).Alter<AutoroutePart>(part => part.Path = path)));
        }

        var outcomes = await Task.WhenAll(items.Select(item => Record.ExceptionAsync(() => Engine.PublishAsync(item))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.Equal("path.taken", Assert.IsType<RuleException>(outcome).Failures[0].Key));
    }
}

public sealed class SqliteRouteTests(SqliteStore store) : RouteTests(store), IClassFixture<SqliteStore>;

[Collection(PostgresTests.Name)]
public sealed class PostgresRouteTests(PostgresStore store) : RouteTests(store), IClassFixture<PostgresStore>;
